import { TRACED_BODY_LIMIT } from '@shared/contract/gateway'
import type { TemplateEvent } from '@shared/template-event'
import { templateParams } from '../../engine/mapping/client-request'
import { headerValue } from '../../engine/mapping/header-list'
import { isBinaryType } from '../../engine/mapping/media-type'
import type { Call } from '../call'
import { clientRequestOf } from './client-request'

/** What a request template sees of a call, for a watcher to try templates on. A binary or large body is left out. */
export function templateEventOf(call: Call): TemplateEvent {
  const { body, headers } = call.message
  const { binaryMediaTypes } = call.route.stage.view.definition
  const isLeftOut =
    body.length > TRACED_BODY_LIMIT || isBinaryType(binaryMediaTypes, headerValue(headers, 'Content-Type'))
  const request = clientRequestOf(call)
  return {
    body: body.length === 0 || isLeftOut ? null : body.toString('utf8'),
    params: templateParams(request),
    context: request.context,
    stageVariables: request.stageVariables,
  }
}
