import type { TextSpan } from '@shared/contract/template'
import type { TemplateProfile } from '@shared/template-event'

/**
 * A template whose reference at a span prints null instead of nothing when it has no value, so that JSON stays JSON:
 * `#if($a.b != "")$a.b#{else}null#end`. null where that is no help: within quotes, or when the span holds no reference.
 */
export function wrapInIf(source: string, { start, end }: TextSpan, profile: TemplateProfile): string | null {
  const reference = source.slice(start, end)
  if (!/^\$[^\r\n]+$/.test(reference) || isWithinQuotes(source, start)) return null
  // The service gives "" for a missing value, which counts as true; Velocity has null, which does not.
  const condition = profile === 'apigw' ? `${reference} != ""` : reference
  return `${source.slice(0, start)}#if(${condition})${reference}#{else}null#end${source.slice(end)}`
}

/** Whether a text of JSON is open at an offset; none goes on over a line break. */
function isWithinQuotes(source: string, offset: number): boolean {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)
  return (line.replaceAll(/\\./g, '').split('"').length - 1) % 2 === 1
}
