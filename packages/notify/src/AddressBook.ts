import type { CivilDate } from "@banfa/core/civil"
import type { NoticeKind } from "@banfa/core/notice"
import type { StorageUnavailable } from "@banfa/core/port/EventStore"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { AddressBookInvalid } from "./AddressBookInvalid.ts"
import { addressBook, type Route } from "./addresses.ts"

/** Where agencies are reached, from wherever a host keeps it. It is asked whenever a letter is about to go out, so what is put right is followed. */
export class AddressBook extends Context.Service<
  AddressBook,
  {
    /** The channels over which an agency is reached with notices of a kind on a day, each once; none, where it cannot be reached. */
    readonly find: (
      agency: string,
      kind: NoticeKind,
      on: CivilDate
    ) => Effect.Effect<ReadonlyArray<Route>, StorageUnavailable>
  }
>()("@banfa/notify/AddressBook") {
  /** An address book that is given once, as data (`AddressBookData`). */
  static readonly layerMemory = (data: unknown): Layer.Layer<AddressBook, AddressBookInvalid> =>
    Layer.effect(
      AddressBook,
      Effect.map(
        Effect.suspend(() => Effect.fromResult(addressBook(data))),
        (find) => AddressBook.of({ find: (...asked) => Effect.succeed(find(...asked)) })
      )
    )
}
