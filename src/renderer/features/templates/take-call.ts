import type { TracedRequest } from '@shared/contract/gateway'
import { toast } from '../../ui/toast'
import { changeEvent, currentDraft } from './event-draft'
import { eventOfCall, hasBody } from './event-of-call'

/** Try the template on screen with what is known of a call: the whole event, or what the gateway kept of it. */
export function takeCall(call: TracedRequest): void {
  const draft = currentDraft()
  if (draft === null) return
  changeEvent(eventOfCall(call, draft.event))
  toast({
    message: `${takenWords(call)} of ${call.method} ${call.path}`,
    code: 'event-taken',
  })
}

function takenWords(call: TracedRequest): string {
  if (call.templateEvent === undefined) return 'The body stays; path and context are those'
  return hasBody(call)
    ? 'Body, parameters and context are those'
    : 'The body was binary or too large to keep and stays; parameters and context are those'
}
