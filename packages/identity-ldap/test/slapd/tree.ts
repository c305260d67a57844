/** A part of the tree of the server for the tests of a file: people, their posts, and what else is entered. */
import { randomBytes, randomUUID } from "node:crypto"
import type { Credential } from "@banfa/core/port/Identity"
import type { Enrolled, Person } from "@banfa/testing/identity"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { AlreadyExistsError, Client, NoSuchObjectError } from "ldapts"
import { afterAll, inject } from "vitest"
import type { IdentityOptions, PostsMapping, Server } from "../../src/index.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** The server that the run has started, with the name and the password of who may do everything. */
    readonly slapd: string
    /** The certificate that it shows, in PEM. */
    readonly slapdCertificate: string
  }
}

const url = new URL(inject("slapd"))
const suffix = "dc=banfa"
const servicePassword = "a service has a password too"

/** The port of the server. */
export const port = Number(url.port)

/** Whoever may do everything. */
export const administrator = new Client({ url: `ldap://${url.host}` })

/** Attributes as they are entered. */
export type Attributes = Readonly<Record<string, ReadonlyArray<string> | string>>

const written = (attributes: Attributes): Record<string, Array<string> | string> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, values]) => [name, typeof values === "string" ? values : [...values]])
  )

/** Enters something. */
export const add = (dn: string, attributes: Attributes): Promise<void> => administrator.add(dn, written(attributes))

const addOnce = async (dn: string, attributes: Attributes) => {
  try {
    await add(dn, attributes)
  } catch (error) {
    if (!(error instanceof AlreadyExistsError)) throw error
  }
}

/** What the adapter is told of the server; over a line, its port. */
export const server = (over: number = port): Server => ({
  url: `ldap://127.0.0.1:${over}`,
  bind: { dn: `cn=service,${suffix}`, password: Redacted.make(servicePassword) },
  tls: { ca: inject("slapdCertificate") }
})

/** The password of the service, which must go nowhere in the clear. */
export const secretOfService = servicePassword

/** A part of the tree that is this file's alone. */
export const ownTree = async (): Promise<string> => {
  await administrator.bind(`cn=banfa,${suffix}`, url.password)
  afterAll(() => administrator.unbind())
  await addOnce(suffix, { objectClass: ["organization", "dcObject"], o: "banfa", dc: "banfa" })
  await addOnce(`cn=service,${suffix}`, {
    objectClass: ["organizationalRole", "simpleSecurityObject"],
    cn: "service",
    userPassword: servicePassword
  })
  return folder(suffix)
}

/** An organizational unit of a new name. */
export const folder = async (above: string): Promise<string> => {
  const ou = `t-${randomUUID()}`
  await add(`ou=${ou},${above}`, { objectClass: "organizationalUnit", ou })
  return `ou=${ou},${above}`
}

/** Takes an entry away with all below it. */
export const remove = async (dn: string): Promise<void> => {
  try {
    const { searchEntries } = await administrator.search(dn, { scope: "sub", attributes: ["1.1"], paged: true })
    for (const entry of searchEntries.toSorted((a, b) => b.dn.length - a.dn.length)) await administrator.del(entry.dn)
  } catch (error) {
    if (!(error instanceof NoSuchObjectError)) throw error
  }
}

/** A name and a password. */
export const login = (name: string, password: string): Credential => ({
  _tag: "Login",
  name,
  password: Redacted.make(password)
})

/** A civil day in Asia/Shanghai as the server keeps it, at any hour of that day. */
export const instantOf = (day: string, hour = "00"): string => `${day.replaceAll("-", "")}${hour}0000+0800`

/** Posts as entries below that of the person. */
export const below: PostsMapping = {
  kind: "below",
  where: { objectClass: "organizationalRole" },
  fields: {
    agency: { attribute: "banfaAgency" },
    offices: { attribute: "banfaOffice" },
    from: { attribute: "banfaFrom" },
    until: { attribute: "banfaUntil" },
    title: { attribute: "description" },
    acting: { attribute: "banfaActive" },
    source: { attribute: "street" }
  }
}

/** The options for people of a part of the tree, with posts below each. */
export const options = (base: string, posts: PostsMapping = below, over: number = port): IdentityOptions => ({
  ...server(over),
  people: {
    base,
    where: { objectClass: "inetOrgPerson" },
    login: "uid",
    person: "employeeNumber",
    name: { zh: "cn", en: "cn;lang-en" },
    account: { attribute: "banfaActive", closed: ["FALSE"] },
    posts
  }
})

/** Somebody in the tree. */
export interface Entered extends Enrolled {
  readonly dn: string
  readonly uid: string
  readonly password: string
}

/** Enters a person without posts. */
export const enterPerson = async (
  base: string,
  { id, name }: Pick<Person, "id" | "name">,
  more: Attributes = {}
): Promise<Entered> => {
  const password = randomBytes(15).toString("base64url")
  const dn = `uid=${id},${base}`
  await remove(dn)
  await add(dn, {
    objectClass: ["inetOrgPerson", "banfaEntry"],
    uid: id,
    cn: name.zh,
    "cn;lang-en": name.en,
    sn: name.zh,
    employeeNumber: id,
    userPassword: password,
    ...more
  })
  return { dn, uid: id, password, person: id, credentials: [login(id, password)] }
}

type Post = Person["posts"][number]

/** Enters a post below a person. */
export const enterPost = (
  above: string,
  { acting, agency, from, offices, source, title, until }: Post,
  more: Attributes = {}
): Promise<void> => {
  const cn = randomUUID()
  return add(`cn=${cn},${above}`, {
    objectClass: ["organizationalRole", "banfaEntry"],
    cn,
    banfaAgency: agency,
    banfaOffice: offices,
    banfaFrom: instantOf(from),
    ...(until === undefined ? {} : { banfaUntil: instantOf(until, "23") }),
    ...(title === undefined ? {} : { description: title }),
    ...(acting === undefined ? {} : { banfaActive: acting ? "TRUE" : "FALSE" }),
    ...(source === undefined ? {} : { street: source }),
    ...more
  })
}

/** Enters a person with posts. */
export const enter = (base: string, person: Person, more: Attributes = {}): Effect.Effect<Entered> =>
  Effect.promise(async () => {
    const entered = await enterPerson(base, person, more)
    for (const post of person.posts) await enterPost(entered.dn, post)
    return entered
  })
