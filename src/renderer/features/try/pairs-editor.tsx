import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import type { Pair } from './query-text'

export interface PairsEditorProps {
  /** What one pair is: "header". */
  readonly noun: string
  readonly pairs: readonly Pair[]
  readonly names?: readonly string[]
  onChange(pairs: readonly Pair[]): void
}

const EMPTY: Pair = ['', '']

/** Names with values, in their order; a name may come twice. The empty line at the end takes a new pair. */
export function PairsEditor({ noun, pairs, names = [], onChange }: PairsEditorProps) {
  const list = useRef<HTMLDivElement>(null)
  const lines = [...pairs, EMPTY]
  function change(index: number, pair: Pair): void {
    const next = lines.map((each, at) => (at === index ? pair : each))
    const last = next.at(-1)
    onChange(last?.[0] === '' && last[1] === '' ? next.slice(0, -1) : next)
  }
  function remove(index: number): void {
    onChange(pairs.filter((_, at) => at !== index))
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input[data-name]')[index]?.focus())
  }
  const listId = `names-of-${noun.replaceAll(' ', '-')}`
  return (
    <div className="gw-try-pairs" ref={list}>
      {lines.map(([name, value], index) => (
        <div key={index} className="gw-try-pair" data-testid="request-pair" data-name={name}>
          <TextInput
            className="gw-field gw-field-mono"
            aria-label={index < pairs.length ? `Name of ${noun} ${index + 1}` : `Name of a new ${noun}`}
            data-name
            list={names.length === 0 ? undefined : listId}
            placeholder={index === pairs.length ? `Add ${noun}` : 'Name'}
            title={name}
            value={name}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => change(index, [event.currentTarget.value, value])}
          />
          <TextInput
            className="gw-field gw-field-mono"
            aria-label={index < pairs.length ? `Value of ${name || noun}` : `Value of a new ${noun}`}
            placeholder="Value"
            title={value}
            value={value}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => change(index, [name, event.currentTarget.value])}
          />
          {index < pairs.length ? (
            <Tooltip label={`Remove ${name}`}>
              <ActionIcon aria-label={`Remove ${noun} ${name}`} onClick={() => remove(index)}>
                <IconTrash size={14} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          ) : (
            <span />
          )}
        </div>
      ))}
      {names.length > 0 && (
        <datalist id={listId}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </div>
  )
}
