import { lookup as ofTheSystem } from "node:dns"
import { BlockList, isIP, type LookupFunction } from "node:net"
import type { Text } from "@banfa/core/regulation"

/** What does not lead to a host in the public Internet: IANA's special-purpose registries of IPv4 and IPv6, and multicast. */
const special = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8"
] as const

const add = (list: BlockList, network: string): boolean => {
  const [, address = "", length = ""] = /^([^/]+)\/(\d{1,3})$/u.exec(network) ?? []
  const version = isIP(address)
  if (version === 0 || Number(length) > (version === 4 ? 32 : 128)) return false
  list.addSubnet(address, Number(length), version === 4 ? "ipv4" : "ipv6")
  return true
}

const listOf = (networks: ReadonlyArray<string>): BlockList => {
  const list = new BlockList()
  for (const network of networks) add(list, network)
  return list
}

const notPublic = listOf(special)

/** Whether this is a network in CIDR notation, `10.20.0.0/16`. */
export const isNetwork = (network: string): boolean => add(new BlockList(), network)

/** Says of an IP address whether something may be sent to it: one in the public Internet, or in a network that is allowed. */
export const reachableWith = (allowed: ReadonlyArray<string>): ((ip: string) => boolean) => {
  const list = listOf(allowed)
  return (ip) => {
    const version = isIP(ip)
    if (version === 0) return false
    const family = version === 4 ? "ipv4" : "ipv6"
    return list.check(ip, family) || !notPublic.check(ip, family)
  }
}

/** The host of a URL lies in a network to which nothing is sent. */
export class NotReachable extends Error {
  readonly code = "ERR_BANFA_NOT_PUBLIC"
}

/** Why nothing is sent there. */
export const inside: Text = {
  zh: "主机位于未经允许的内部网络",
  en: "the host lies in an internal network that is not allowed"
}

/** Whether a URL names its host by an IP address to which nothing may be sent. A name is looked at when it is resolved. */
export const leadsInside = ({ hostname }: URL, reachable: (ip: string) => boolean): boolean => {
  const ip = hostname.replace(/^\[|\]$/gu, "")
  return isIP(ip) !== 0 && !reachable(ip)
}

/**
 * Resolves names as `lookup` does, and fails if any address of a name may not be reached. The connection is made to the very addresses that
 * were looked at, so a name that resolves to another one a moment later changes nothing.
 */
export const guarded =
  (reachable: (ip: string) => boolean, lookup: LookupFunction = ofTheSystem): LookupFunction =>
  (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, "", 0)
      const addresses = typeof found === "string" ? [{ address: found, family: isIP(found) }] : found
      const [first] = addresses
      if (first === undefined || !addresses.every(({ address }) => reachable(address))) {
        return callback(new NotReachable(inside.en), "", 0)
      }
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family)
    })
