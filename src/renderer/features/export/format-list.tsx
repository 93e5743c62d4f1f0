import { useRef, type KeyboardEvent } from 'react'
import type { DesignFormat } from '@shared/contract/export'
import { useExportStore } from '../../stores/export-store'
import { plural } from '../../ui/format'
import { FORMAT_WORDS } from './export-formats'

/** The formats, one chosen, with how many things do not fit each. Up and Down move the choice. */
export function FormatList({ formats }: { readonly formats: readonly DesignFormat[] }) {
  const list = useRef<HTMLDivElement>(null)
  const chosen = useExportStore((state) => state.format)
  const choose = useExportStore((state) => state.choose)

  function onKeyDown(event: KeyboardEvent): void {
    const at = formats.indexOf(chosen)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: formats.length - 1 }[event.key]
    const next = to === undefined ? undefined : formats[to]
    if (next === undefined) return
    event.preventDefault()
    choose(next)
    list.current?.querySelector<HTMLElement>(`[data-format="${next}"]`)?.focus()
  }

  return (
    <div
      ref={list}
      className="gw-export-formats"
      role="listbox"
      aria-label="Formats"
      data-testid="export-format"
      onKeyDown={onKeyDown}
    >
      {formats.map((format) => (
        <FormatOption key={format} format={format} isChosen={format === chosen} onChoose={() => choose(format)} />
      ))}
    </div>
  )
}

interface FormatOptionProps {
  readonly format: DesignFormat
  readonly isChosen: boolean
  onChoose(): void
}

function FormatOption({ format, isChosen, onChoose }: FormatOptionProps) {
  const summary = useExportStore((state) => state.formats.find((each) => each.format === format))
  const { label, note, Icon } = FORMAT_WORDS[format]
  const count = (summary?.errors ?? 0) + (summary?.warnings ?? 0)
  return (
    <button
      type="button"
      role="option"
      className="gw-export-format"
      data-format={format}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={onChoose}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className="gw-export-format-words">
        <span>{label}</span>
        <span className="gw-export-format-note" title={summary?.what}>
          {summary?.what ?? note}
        </span>
      </span>
      {count > 0 && (
        <span
          className="gw-export-count gw-numbers"
          data-severity={summary?.errors ? 'error' : 'warning'}
          aria-label={`${plural(count, 'thing')} ${count === 1 ? 'does' : 'do'} not fit`}
        >
          {count}
        </span>
      )}
    </button>
  )
}
