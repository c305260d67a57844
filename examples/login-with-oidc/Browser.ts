/** A browser as far as a login needs one: it keeps cookies for each server, and follows redirects. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>()

  /** Asks, and follows redirects until one is answered otherwise. */
  async open(url: string | URL, init: RequestInit = {}): Promise<{ readonly url: URL; readonly response: Response }> {
    let [at, how] = [new URL(url), init]
    for (let hops = 0; hops < 12; hops++) {
      const jar = this.#cookies.get(at.origin) ?? new Map<string, string>()
      this.#cookies.set(at.origin, jar)
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
      const response = await fetch(at, { ...how, redirect: "manual", headers: { ...how.headers, cookie } })
      for (const set of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        if (value === "") jar.delete(name)
        else jar.set(name, value)
      }
      const location = response.headers.get("location")
      if (location === null) return { url: at, response }
      await response.body?.cancel()
      ;[at, how] = [new URL(location, at), {}]
    }
    throw new Error(`the redirects from ${url} lead nowhere`)
  }

  /** Sends a form. */
  submit(url: string | URL, fields: Record<string, string>) {
    return this.open(url, { method: "POST", body: new URLSearchParams(fields) })
  }
}
