import { NativeSelect, Switch, Textarea, TextInput, Tooltip } from '@mantine/core'
import { useId, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import './fields.css'
import { nameWithUnit } from './format'
import { parseNumber, type NumberRule } from './number-input'
import { NOT_APPLIED, useDraft } from './use-draft'

interface FieldProps {
  readonly label: string
  /** JSON pointer of the value in the design: found by tests and by "go to the field". */
  readonly pointer: string
  readonly help?: ReactNode
  /** What is wrong with the value, from a diagnostic; a broken rule of the field itself is shown first. */
  readonly error?: string
  /** Why the field cannot be changed. It stays focusable and says so. */
  readonly disabledReason?: string
}

/** The same on every field: the name tests rely on, and the reason when it cannot be changed. */
function common({ pointer, disabledReason }: FieldProps) {
  return {
    'data-testid': 'field',
    'data-path': pointer,
    'aria-disabled': disabledReason === undefined ? undefined : (true as const),
  }
}

function description({ help, disabledReason }: FieldProps): ReactNode {
  return disabledReason ?? help
}

function Reason({ text, children }: { readonly text: string | undefined; readonly children: ReactElement }) {
  return text === undefined ? (
    children
  ) : (
    <Tooltip label={text}>
      <div>{children}</div>
    </Tooltip>
  )
}

export interface NumberFieldProps extends FieldProps, NumberRule {
  readonly unit?: string
  readonly value: number | undefined
  /** Shown while there is no value of its own, as in the inherited one. */
  readonly placeholder?: string
  /** Called with each valid value while typing; undefined when the field was emptied. */
  onChange(value: number | undefined): void
}

export function NumberField(props: NumberFieldProps) {
  const { label, unit, value, placeholder, onChange, min, max, disabledReason } = props
  const draft = useDraft(value, value === undefined ? '' : String(value))
  const parsed = parseNumber(draft.text, props)
  const broken = 'error' in parsed ? parsed.error : undefined

  function type(text: string): void {
    if (disabledReason !== undefined) return
    const next = parseNumber(text, props)
    draft.type(text, 'error' in next ? NOT_APPLIED : next.value)
    if (!('error' in next) && next.value !== value) onChange(next.value)
  }
  function step(event: KeyboardEvent): void {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, (value ?? (Number(placeholder) || 0)) + by))
    type(String(Number(next.toFixed(6))))
  }

  return (
    <Reason text={disabledReason}>
      <TextInput
        {...common(props)}
        className="gw-field gw-field-number"
        label={label}
        aria-label={nameWithUnit(label, unit)}
        role="spinbutton"
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        readOnly={disabledReason !== undefined}
        value={draft.text}
        placeholder={placeholder}
        description={description(props)}
        error={broken ?? props.error}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        rightSection={unit && <span className="gw-field-unit">{unit}</span>}
        rightSectionWidth={unit ? `calc(${unit.length * 0.42}rem + 1rem)` : undefined}
        rightSectionPointerEvents="none"
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={step}
      />
    </Reason>
  )
}

export interface TextFieldProps extends FieldProps {
  readonly value: string
  onChange(value: string): void
  readonly placeholder?: string
  /** Monospaced, for paths, ids and code. */
  readonly mono?: boolean
  readonly multiline?: boolean
  /** The rule a text must keep; a text that breaks it stays in the field and is not applied. */
  validate?(text: string): string | undefined
}

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, placeholder, mono, multiline, validate, disabledReason } = props
  const draft = useDraft(value, value)
  const broken = validate?.(draft.text)

  function type(text: string): void {
    if (disabledReason !== undefined) return
    const isBroken = validate?.(text) !== undefined
    draft.type(text, isBroken ? NOT_APPLIED : text)
    if (!isBroken) onChange(text)
  }

  const shared = {
    ...common(props),
    className: mono ? 'gw-field gw-field-mono' : 'gw-field',
    label,
    placeholder,
    value: draft.text,
    autoComplete: 'off',
    spellCheck: false,
    readOnly: disabledReason !== undefined,
    description: description(props),
    error: broken ?? props.error,
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
  }
  return (
    <Reason text={disabledReason}>
      {multiline ? (
        <Textarea {...shared} autosize minRows={3} maxRows={18} onChange={(event) => type(event.currentTarget.value)} />
      ) : (
        <TextInput {...shared} onChange={(event) => type(event.currentTarget.value)} />
      )}
    </Reason>
  )
}

export interface SelectFieldProps extends FieldProps {
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  onChange(value: string): void
}

export function SelectField(props: SelectFieldProps) {
  const { label, value, options, onChange, disabledReason, error } = props
  const isLocked = disabledReason !== undefined
  return (
    <Reason text={disabledReason}>
      <NativeSelect
        {...common(props)}
        className="gw-field"
        label={label}
        value={value}
        data={isLocked ? options.filter((option) => option.value === value) : [...options]}
        description={description(props)}
        error={error}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        onChange={(event) => {
          if (!isLocked) onChange(event.currentTarget.value)
        }}
      />
    </Reason>
  )
}

export interface SwitchFieldProps extends FieldProps {
  readonly checked: boolean
  onChange(checked: boolean): void
}

export function SwitchField(props: SwitchFieldProps) {
  const { label, checked, onChange, disabledReason } = props
  const id = useId()
  const note = description(props)
  return (
    <Reason text={disabledReason}>
      <div className="gw-switch">
        <div data-off={disabledReason !== undefined}>
          <label htmlFor={id} className="gw-switch-label">
            {label}
          </label>
          {note && (
            <span id={`${id}-note`} className="gw-switch-help">
              {note}
            </span>
          )}
        </div>
        <Switch
          {...common(props)}
          id={id}
          checked={checked}
          aria-describedby={note ? `${id}-note` : undefined}
          onChange={(event) => {
            if (disabledReason === undefined) onChange(event.currentTarget.checked)
          }}
        />
      </div>
    </Reason>
  )
}
