import { assessmentLifecycle } from "../assessment/Lifecycle.ts"
import { unstated } from "../path/lacks.ts"
import type { Proposal } from "../path/Wayfinder.ts"
import { known } from "../verdict/Fact.ts"
import { type Bearer, evaluate } from "../verdict/Subject.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { roundOf } from "./assessing.ts"
import { agencyFor } from "./authorities.ts"
import { rolesFor } from "./competence.ts"
import type { Event, EventTag } from "./Event.ts"
import { lifecycle, row } from "./Lifecycle.ts"
import type { Project } from "./Project.ts"
import { subject } from "./subject.ts"
import { templates } from "./templates.ts"

interface KindOfAct extends Proposal<Event> {
  readonly kind: EventTag
}

/** Every kind of act, in the order of the lifecycle. */
export const kinds = Object.keys(lifecycle) as ReadonlyArray<EventTag>

/**
 * The acts that a case suggests on the day asked: usual where it stands, or asked for by an open duty. Each is an example with the
 * particulars that the case knows; ids and texts that only a person can give begin with `…`. An id says what the act is and on which
 * instance, so the same act has the same id wherever it stands among others.
 */
export const proposals = (p: Project, ctx: Context, among: Iterable<EventTag> = kinds): ReadonlyArray<KindOfAct> => {
  let verdicts: ReadonlyArray<Verdict> | undefined
  const owed = (): ReadonlyArray<Verdict> => {
    verdicts ??= evaluate(subject, p, ctx)
    return verdicts
  }
  const found: Array<KindOfAct> = []
  for (const kind of among) {
    const { from } = row(kind)
    if (!Object.hasOwn(assessmentLifecycle, kind) && from?.includes(p.position) === false) continue
    for (const particulars of templates(kind, p, ctx, owed)) {
      const { acceptance, application, assessment, budget, period, request } = particulars
      const x = p.assessments.find(({ id }) => id === assessment)
      const round = x === undefined ? p.applications.find((a) => a.id === application) : roundOf(x, p)
      const engaged = x?.engaged
      const assessor = known(engaged) && known(engaged.assessor) ? engaged.assessor : undefined
      const bearers = rolesFor(kind, ctx).map(
        (role): Bearer => ({ role, agency: role === "assessor" ? assessor : agencyFor(role, p, ctx, round) })
      )
      const by = bearers.find((b) => b.agency !== undefined)?.agency
      const act = {
        _tag: kind,
        id: [`${unstated}${kind}`, request ?? budget ?? period ?? acceptance ?? assessment ?? application]
          .filter((part) => part)
          .join("/"),
        project: p.id,
        on: ctx.asOf,
        recordedAt: `${ctx.asOf}T00:00:00Z`,
        ...(by === undefined ? {} : { by }),
        ...particulars
      } as unknown as Event
      if (from?.includes(subject.position(p, act)) === false) continue
      found.push({ kind, who: bearers, act })
    }
  }
  return found
}
