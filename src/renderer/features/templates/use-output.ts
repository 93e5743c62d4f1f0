import { useTemplateStore } from '../../stores/template-store'
import { useEvent, useTemplatePart } from './use-template'

export interface ShownOutput {
  readonly text: string
  /** To be coloured as JSON: it is, or it was to be. */
  readonly isJson: boolean
  /** It is not yet that of the text and the event as they stand. */
  readonly isBusy: boolean
  /** Of the element that shows it. */
  readonly attributes: { readonly 'data-valid-json': string; readonly 'data-rendering': string }
}

/** What the last render wrote. */
export function useOutput(): ShownOutput {
  const text = useTemplateStore((state) => state.shown?.answer.outcome.output ?? '')
  const isValid = useTemplateStore((state) => state.shown?.answer.json?.valid ?? false)
  const isBusy = useIsBusy()
  const wantsJson = useWantsJson()
  return {
    text,
    isJson: isValid || wantsJson,
    isBusy,
    attributes: { 'data-valid-json': String(isValid), 'data-rendering': String(isBusy) },
  }
}

/** Whether a render is still to come; none comes when the last one could not even be asked for. */
function useIsBusy(): boolean {
  const isRendering = useTemplateStore((state) => state.isRendering)
  const hasFailed = useTemplateStore((state) => state.failure !== null)
  const request = useTemplateStore((state) => state.shown?.request)
  const source = useTemplatePart((template) => template.source, '')
  const profile = useTemplatePart((template) => template.profile, 'apigw')
  const event = useEvent()
  const isOld = request?.template !== source || request.profile !== profile || request.event !== event
  return isRendering || (isOld && !hasFailed)
}

/** Whether the output of the template on screen is meant to be JSON: unless its content type says otherwise. */
export function useWantsJson(): boolean {
  return useTemplatePart(({ slot }) => slot === undefined || /\bjson\b/i.test(slot.contentType), true)
}
