import type { TemplateEvent } from '@shared/template-event'
import { parse } from 'velocityjs'
import { GuardedVelocity } from './guarded-velocityjs'
import { velocityjsVariables } from './velocityjs-variables'

export type VelocityjsOutcome =
  | {
      readonly ok: true
      readonly output: string
      readonly requestOverride: unknown
      readonly responseOverride: unknown
    }
  | { readonly ok: false; readonly message: string }

/**
 * What an emulator makes of a template that gives it to velocityjs with plain JavaScript objects, as most do: no Java, JSON.stringify
 * for `$input.json`. Never throws, and runs no code that a template could bring; but it can run for ever and take any amount of
 * memory, against which the caller guards.
 */
export function renderWithVelocityjs(template: string, event: TemplateEvent): VelocityjsOutcome {
  try {
    const { context, hosts, overrides } = velocityjsVariables(event)
    const output = new GuardedVelocity(parse(template), hosts).render(context, macros())
    return { ok: true, output: String(output), ...overrides() }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

/** No macros but those of the template; velocityjs asks for this one function. */
function macros(): object {
  return Object.assign(Object.create(null) as object, { hasOwnProperty: () => false })
}
