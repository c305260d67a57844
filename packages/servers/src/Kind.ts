/** Where a server is made, and how programs are run there. */
export interface Place {
  /** Holds everything that is made for the server. */
  readonly folder: string
  /** An empty folder for its data. */
  readonly data: string
  /** Where the server is to put the journal of what it is doing, if not among its data. */
  readonly journal: string | undefined
  /** Of the account `banfa`, which may do everything on the server. */
  readonly password: string
  /** Writes a file that the server can read and nobody else. */
  readonly write: (name: string, text: string) => string
  /** Runs a program to its end as the account that the server runs as; when it fails, so does this process, with what it said. */
  readonly run: (program: string, args: ReadonlyArray<string>) => void
  /** Ends this process, with the reason. */
  readonly fail: (reason: string) => never
}

/** A server that was made, and how it is run. */
export interface Made {
  /** The program of the server. */
  readonly program: string
  /** What it is given in order to listen on a port of the loopback address. */
  readonly args: (port: number) => ReadonlyArray<string>
  /** What it says when it can be used. */
  readonly ready: string
  /** The signal that ends it at once, and orderly. */
  readonly stop: NodeJS.Signals
  /** Where it is, with the name and the password of `banfa`. */
  readonly url: (port: number) => string
}

/** A kind of server. */
export interface Kind {
  /** As people call it. */
  readonly title: string
  /** What else to do where it cannot be started. */
  readonly instead?: { readonly zh: string; readonly en: string }
  /** Makes one, without starting it. */
  readonly make: (place: Place) => Made
}
