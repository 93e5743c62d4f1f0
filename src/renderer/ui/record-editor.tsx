import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { pointerSegment } from '@shared/diagnostic'
import { ActionButton } from './action-button'
import { TextField } from './fields'
import './record-editor.css'

export type TextRecord = Readonly<Record<string, string>>

export interface RecordEditorProps {
  /** What one entry is: "stage variable", "template". */
  readonly noun: string
  readonly record: TextRecord
  /** JSON pointer of the record; its members are the fields. */
  readonly pointer: string
  readonly keyLabel: string
  readonly valueLabel: string
  readonly keyPlaceholder?: string
  /** Values of several lines: an entry is added by its key alone. */
  readonly multiline?: boolean
  /** Text of an entry that is added by its key alone. */
  readonly newValue?: string
  /** What else can be done with an entry, beside removing it. */
  renderAction?(key: string): ReactNode
  problemOfKey?(key: string): string | undefined
  problemOfValue?(value: string): string | undefined
  /** `isTyped`: a value changed by a letter; else an entry came or went. */
  onChange(record: TextRecord, isTyped: boolean): void
}

/** Names with texts: each a field, with a way to add one and to remove one. */
export function RecordEditor(props: RecordEditorProps) {
  const { noun, record, pointer, multiline, renderAction, problemOfValue, onChange } = props
  return (
    <div className="gw-record">
      {Object.entries(record).map(([key, value]) => (
        <div key={key} className="gw-record-row">
          <TextField
            label={key}
            value={value}
            pointer={`${pointer}/${pointerSegment(key)}`}
            mono
            multiline={multiline}
            validate={problemOfValue}
            onChange={(text) => onChange({ ...record, [key]: text }, true)}
          />
          {renderAction?.(key)}
          <Tooltip label={`Remove ${key}`}>
            <ActionIcon aria-label={`Remove ${noun} ${key}`} onClick={() => onChange(without(record, key), false)}>
              <IconTrash size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <AddEntry {...props} />
    </div>
  )
}

function AddEntry(props: RecordEditorProps) {
  const {
    noun,
    record,
    keyLabel,
    valueLabel,
    keyPlaceholder,
    multiline,
    newValue,
    problemOfKey,
    problemOfValue,
    onChange,
  } = props
  const [key, setKey] = useState('')
  const [value, setValue] = useState('')
  const text = multiline ? (newValue ?? '') : value
  const problem = problemOf(key.trim())

  function problemOf(name: string): string | undefined {
    if (name === '') return undefined
    return Object.hasOwn(record, name) ? `${name} is there already` : problemOfKey?.(name)
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    if (key.trim() === '' || problem !== undefined || problemOfValue?.(text) !== undefined) return
    onChange({ ...record, [key.trim()]: text }, false)
    setKey('')
    setValue('')
  }

  return (
    <form className="gw-record-add" data-pair={!multiline || undefined} onSubmit={submit}>
      <TextInput
        className="gw-field gw-field-mono"
        aria-label={keyLabel}
        placeholder={keyPlaceholder ?? keyLabel}
        value={key}
        error={problem}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      {!multiline && (
        <TextInput
          className="gw-field gw-field-mono"
          aria-label={valueLabel}
          placeholder={valueLabel}
          value={value}
          error={value === '' ? undefined : problemOfValue?.(value)}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <ActionButton label={`Add ${noun}`} onClick={(event) => event.currentTarget.form?.requestSubmit()}>
        Add
      </ActionButton>
    </form>
  )
}

function without(record: TextRecord, key: string): TextRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}
