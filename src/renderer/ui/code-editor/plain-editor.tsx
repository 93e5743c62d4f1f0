import { useEffect, useRef } from 'react'
import { snippetText } from '@shared/templates/snippet-text'
import type { CodeEditorHandle, CodeEditorProps } from './code-editor-props'

interface PlainEditorProps extends Pick<CodeEditorProps, 'value' | 'onChange' | 'label' | 'onCaret' | 'onClick'> {
  onReady(handle: CodeEditorHandle): void
}

/** What stands in for the editor when its files cannot be had. */
export function PlainEditor({ value, onChange, label, onCaret, onClick, onReady }: PlainEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (field.current !== null) onReady(handleOf(field.current))
  }, [onReady])
  return (
    <textarea
      ref={field}
      className="gw-code-plain"
      aria-label={label}
      aria-description="The code editor could not be loaded; this is a plain text field."
      value={value}
      readOnly={onChange === undefined}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onChange?.(event.currentTarget.value)}
      onSelect={(event) => onCaret?.(event.currentTarget.selectionStart)}
      onClick={(event) => onClick?.(event.currentTarget.selectionStart)}
    />
  )
}

function handleOf(field: HTMLTextAreaElement): CodeEditorHandle {
  return {
    insert(text, isSnippet = false) {
      field.focus()
      if (field.readOnly) return
      field.setRangeText(isSnippet ? snippetText(text) : text, field.selectionStart, field.selectionEnd, 'end')
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    focus: () => field.focus(),
    offset: () => field.selectionStart,
    goTo(offset) {
      field.focus()
      field.setSelectionRange(offset, offset)
    },
  }
}
