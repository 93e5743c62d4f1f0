import { useTemplateStore } from '../../stores/template-store'
import { useTemplatePart } from './use-template'

export interface ShownOutput {
  readonly text: string
  /** To be coloured as JSON: it is, or it was to be. */
  readonly isJson: boolean
  /** Of the element that shows it. */
  readonly attributes: { readonly 'data-valid-json': string; readonly 'data-rendering': string }
}

/** What the last render wrote. */
export function useOutput(): ShownOutput {
  const text = useTemplateStore((state) => state.shown?.answer.outcome.output ?? '')
  const isValid = useTemplateStore((state) => state.shown?.answer.json?.valid ?? false)
  const isRendering = useTemplateStore((state) => state.isRendering)
  const wantsJson = useWantsJson()
  return {
    text,
    isJson: isValid || wantsJson,
    attributes: { 'data-valid-json': String(isValid), 'data-rendering': String(isRendering) },
  }
}

/** Whether the output of the template on screen is meant to be JSON: unless its content type says otherwise. */
export function useWantsJson(): boolean {
  return useTemplatePart(({ slot }) => slot === undefined || /\bjson\b/i.test(slot.contentType), true)
}
