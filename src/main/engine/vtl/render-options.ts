import type { RenderedTemplate, TemplateProblem, TemplateRecording } from '@shared/contract/template'
import type { TemplateProfile } from '@shared/template-event'
import type { Budget } from './budget'
import type { HostObject } from './java/host-object'

/** What templates write to `$context`. */
export type Overrides = Pick<RenderedTemplate, 'requestOverride' | 'responseOverride'>

/** How to render. */
export interface RenderOptions {
  readonly profile: TemplateProfile
  /** What a render may use up at most; `DEFAULT_BUDGET` when absent. */
  readonly budget?: Partial<Budget>
  /** Milliseconds that only ever grow; without it the budget's time is not watched. */
  readonly now?: () => number
  /**
   * What an earlier template of the same request left in `$context.requestOverride` and `$context.responseOverride`; it takes the
   * place of such members of the event's context.
   */
  readonly overrides?: Overrides
  /**
   * `$input`, made before by `inputVariable`, for several renders of one body; the event's body and params are not read then.
   * What a template changes in the body stays changed.
   */
  readonly input?: HostObject
  /** Called for what the service keeps silent about, as a loop that was cut short. */
  readonly onWarning?: (problem: TemplateProblem) => void
  /** Called once at the end of a render that records; a template compiled without recording never calls it. */
  readonly onRecording?: (recording: TemplateRecording) => void
}
