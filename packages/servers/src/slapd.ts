import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Kind } from "./Kind.ts"

/** The server as Debian installs it. */
const slapdProgram = "/usr/sbin/slapd"

/** What the tests ask of people and units, beside what the schemas of OpenLDAP have: days, and the id of an agency. The numbers are of the arc for examples. */
const schema = `
attributetype ( 2.999.1.1 NAME 'banfaFrom' EQUALITY generalizedTimeMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 SINGLE-VALUE )
attributetype ( 2.999.1.2 NAME 'banfaUntil' EQUALITY generalizedTimeMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 SINGLE-VALUE )
attributetype ( 2.999.1.3 NAME 'banfaAgency' EQUALITY caseExactMatch SUBSTR caseExactSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
attributetype ( 2.999.1.4 NAME 'banfaOffice' EQUALITY caseExactMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
attributetype ( 2.999.1.5 NAME 'banfaRegion' EQUALITY caseExactMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
attributetype ( 2.999.1.6 NAME 'banfaActive' EQUALITY booleanMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.7 SINGLE-VALUE )
objectclass ( 2.999.2.1 NAME 'banfaEntry' SUP top AUXILIARY MAY ( banfaFrom $ banfaUntil $ banfaAgency $ banfaOffice $ banfaRegion $ banfaActive $ mail $ description ) )
`

const configuration = (folder: string, data: string, password: string, schemaFile: string): string => `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
include ${schemaFile}
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${join(folder, "pid")}
argsfile ${join(folder, "args")}
TLSCertificateFile ${join(data, "certificate.pem")}
TLSCertificateKeyFile ${join(data, "key.pem")}
disallow bind_anon
sizelimit size.soft=500 size.hard=10000 size.prtotal=unlimited
database mdb
maxsize 268435456
dbnosync
suffix "dc=banfa"
rootdn "cn=banfa,dc=banfa"
rootpw ${password}
directory ${data}
index objectClass eq
index uid,cn,ou,member eq
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="cn=service,dc=banfa" read by * none
`

/**
 * The LDAP server of OpenLDAP as Debian packs it, over an empty tree `dc=banfa`, whose everything `cn=banfa,dc=banfa` may do. It takes StartTLS; its
 * certificate is `certificate.pem` in the folder of its data. Who is not logged in may only log in, and `cn=service,dc=banfa`, once it is entered, may
 * read everything but passwords.
 */
export const slapd: Kind = {
  title: "OpenLDAP",
  make: ({ data, fail, folder, password, run, write }) => {
    if (!existsSync(slapdProgram)) {
      return fail(
        `没有 ${slapdProgram}：请以 root 身份执行 apt-get install slapd。 There is no ${slapdProgram}: run as root apt-get install slapd`
      )
    }
    run("/usr/bin/openssl", [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"],
      ...["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"],
      ...["-keyout", join(data, "key.pem"), "-out", join(data, "certificate.pem")]
    ])
    const settings = write("slapd.conf", configuration(folder, data, password, write("banfa.schema", schema)))
    return {
      program: slapdProgram,
      // with a level of debugging it stays in the foreground; "stats" names no password
      args: (port) => ["-f", settings, "-h", `ldap://127.0.0.1:${port}`, "-d", "stats"],
      ready: "slapd starting",
      stop: "SIGTERM",
      url: (port) => `ldap://cn=banfa,dc=banfa:${password}@127.0.0.1:${port}`
    }
  }
}
