import { existsSync, type Stats, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Kind } from "./Kind.ts"

/** The server as Debian installs it. */
const eximProgram = "/usr/sbin/exim4"

/**
 * It runs as the account to which its folder belongs. It takes mail over TLS from whoever logs in, for everybody but `nobody`, and puts it into the
 * maildir `mail`. Mail for the domains in the files `later` and `never` (`domain:`, one a line) it puts off or refuses.
 */
const configuration = (data: string, password: string, { gid, uid }: Stats): string => `
exim_user = ${uid}
exim_group = ${gid}
primary_hostname = localhost
spool_directory = ${data}/spool
log_file_path = ${data}/log/%slog
pid_file_path = ${data}/pid
local_interfaces = 127.0.0.1
host_lookup =
rfc1413_hosts =
never_users =
keep_environment =
deliver_drop_privilege = true
timezone = UTC
smtputf8_advertise_hosts = *
tls_advertise_hosts = *
tls_certificate = ${data}/certificate.pem
tls_privatekey = ${data}/key.pem
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
message_size_limit = 2M
smtp_accept_max = 100
smtp_accept_queue_per_connection = 0
acl_smtp_rcpt = recipient

begin acl
recipient:
  deny !authenticated = *
    message = 5.7.1 log in first
  defer domains = lsearch,cache=no_rd;${data}/later
    message = 4.7.1 later
  deny domains = lsearch,cache=no_rd;${data}/never
    message = 5.7.1 never
  deny local_parts = nobody
    message = 5.1.1 there is nobody of that name
  accept

begin routers
all:
  driver = accept
  transport = maildir

begin transports
maildir:
  driver = appendfile
  maildir_format
  directory = ${data}/mail
  envelope_to_add
  user = ${uid}
  group = ${gid}

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{banfa}}{eq{$auth3}{${password}}}}}
  server_set_id = $auth2
`

/**
 * The mail server Exim as Debian packs it. What it does is in its folder: its certificate, `certificate.pem`, what it took, `mail`, and what is on
 * its way, `spool`.
 */
export const exim: Kind = {
  title: "Exim",
  make: ({ data, fail, password, run, write }) => {
    if (!existsSync(eximProgram)) {
      return fail(
        `没有 ${eximProgram}：请以 root 身份执行 apt-get install exim4-daemon-light。 There is no ${eximProgram}: run as root apt-get install exim4-daemon-light`
      )
    }
    run("/usr/bin/openssl", [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"],
      ...["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"],
      ...["-keyout", join(data, "key.pem"), "-out", join(data, "certificate.pem")]
    ])
    for (const name of ["later", "never"]) writeFileSync(join(data, name), "")
    const settings = write("exim.conf", configuration(data, password, statSync(data)))
    return {
      program: eximProgram,
      args: (port) => ["-C", settings, "-bdf", "-oX", String(port), "-v"],
      ready: "daemon started",
      stop: "SIGTERM",
      url: (port) => `smtp://banfa:${password}@127.0.0.1:${port}`
    }
  }
}
