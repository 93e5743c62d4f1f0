import { Textarea } from '@mantine/core'
import { parseJson } from './json-problem'
import { NOT_APPLIED, useDraft } from './use-draft'

export interface JsonFieldProps {
  readonly label: string
  readonly value: unknown
  readonly pointer: string
  readonly help?: string
  /** What is wrong with the value, from a diagnostic. */
  readonly error?: string
  /** What is wrong with a value that is valid JSON, or undefined. */
  validate?(value: unknown): string | undefined
  /** Called with each value that is valid JSON and breaks no rule. */
  onChange(value: unknown): void
}

/** A value edited as JSON text. Text that does not parse is kept and explained with its line, and not applied. */
export function JsonField({ label, value, pointer, help, error, validate, onChange }: JsonFieldProps) {
  const draft = useDraft(value, JSON.stringify(value, null, 2))
  const problem = problemOf(draft.text, validate)

  function type(text: string): void {
    const parsed = parseJson(text)
    const isBroken = 'problem' in parsed || validate?.(parsed.value) !== undefined
    draft.type(text, isBroken ? NOT_APPLIED : parsed.value)
    if (!isBroken) onChange(parsed.value)
  }

  return (
    <Textarea
      className="gw-field gw-field-mono"
      data-testid="field"
      data-path={pointer}
      label={label}
      value={draft.text}
      error={problem ?? error}
      description={help}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      autosize
      minRows={8}
      maxRows={28}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}

function problemOf(text: string, validate: JsonFieldProps['validate']): string | undefined {
  const parsed = parseJson(text)
  if (!('problem' in parsed)) return validate?.(parsed.value)
  const { line, column, message } = parsed.problem
  return `Line ${line}, column ${column}: ${message}`
}
