import { isRecord, quoted } from '../json-place'
import { NO_VALUE, type Evaluation } from './evaluation'
import { localDocument, locationText } from './local-document'

/** Files that include each other, one within the other. */
const MOST_INCLUDES = 5

/** What `Fn::Transform` stands for: the content of the file that `AWS::Include` names. Other macros run in an account only. */
export function includedValue(macro: unknown, source: string, { findings, options, includes }: Evaluation): unknown {
  const name = isRecord(macro) && typeof macro['Name'] === 'string' ? macro['Name'] : undefined
  if (name !== 'AWS::Include' || !isRecord(macro)) {
    const what = name === undefined ? 'Fn::Transform' : `The macro ${quoted(name)}`
    const message = `${what} is left out: only AWS::Include is answered here, macros run in an account. Write what it would make.`
    findings.report('import/not-carried', 'warning', source, message)
    return NO_VALUE
  }
  if (includes >= MOST_INCLUDES) {
    const message = `The file is left out: more than ${MOST_INCLUDES} files include each other.`
    findings.report('import/reference-cyclic', 'error', source, message)
    return NO_VALUE
  }
  const parameters = macro['Parameters']
  const location = locationText(isRecord(parameters) ? parameters['Location'] : undefined)
  if (location === undefined) {
    const message = 'AWS::Include is left out: it needs "Parameters" with the "Location" of a file.'
    findings.report('import/property-missing', 'error', source, message)
    return NO_VALUE
  }
  const read = localDocument(location, options.files)
  if ('value' in read) return read.value
  findings.report('import/reference-unresolved', 'error', source, read.problem)
  return NO_VALUE
}
