import type { TracedRequest } from '@shared/contract/gateway'
import { toast } from '../../ui/toast'
import { changeEvent, currentDraft } from './event-draft'
import { eventOfCall } from './event-of-call'

/** Try the template on screen with what is known of a call. */
export function takeCall(call: TracedRequest): void {
  const draft = currentDraft()
  if (draft === null) return
  changeEvent(eventOfCall(call, draft.event))
  toast({
    message: `Path and context are those of ${call.method} ${call.path}. The gateway keeps no bodies: the body stays.`,
    code: 'event-taken',
  })
}
