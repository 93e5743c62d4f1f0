import { inWords, isRecord, type Place } from '../../json-place'
import { locationText, localDocument, type LocatedFile } from '../../template/local-document'
import type { TemplateContext } from '../../template/template-context'

/**
 * The document that a `BodyS3Location` names. Nothing is fetched: it must lie beside the template under the object's key or the last part
 * of it. A plain text is what `aws cloudformation package` takes: a path from the template.
 */
export function bodyFile(
  { findings, options }: TemplateContext,
  { value, pointer }: Place,
  label: string,
): LocatedFile | undefined {
  const location = locationText(value)
  if (location === undefined) {
    const what = isRecord(value) ? 'has no "Key"' : `is ${inWords(value)}`
    const message = `${label} ${what} and is left out. Write the bucket and the name of an OpenAPI document.`
    findings.report('import/property-missing', 'error', pointer, message)
    return undefined
  }
  const file = localDocument(location, options.files)
  if ('name' in file) return file
  const message = `${label} is left out, so that the routes in it are missing. ${file.problem}`
  findings.report('import/not-carried', 'error', pointer, message)
  return undefined
}
