import { useRef, type KeyboardEvent, type RefObject } from 'react'
import { useWebSocketView } from '../../stores/web-socket-view'
import type { CodeEditorHandle } from '../../ui/code-editor/code-editor-props'

/** Up at the first line brings back what was sent before, Down at the last line goes on to what is newer. */
export function useMessageHistory(
  apiId: string,
  editor: RefObject<CodeEditorHandle | null>,
): (event: KeyboardEvent) => void {
  /** How many messages back; 0 is the one being written. */
  const back = useRef(0)
  const written = useRef('')
  return (event) => {
    const isUp = event.key === 'ArrowUp'
    if ((!isUp && event.key !== 'ArrowDown') || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) {
      if (event.key.length === 1) back.current = 0
      return
    }
    const { history, messages, write } = useWebSocketView.getState()
    const text = messages[apiId] ?? ''
    const caret = editor.current?.offset() ?? 0
    const isAtEdge = isUp ? !text.slice(0, caret).includes('\n') : !text.slice(caret).includes('\n')
    const next = back.current + (isUp ? 1 : -1)
    if (!isAtEdge || next < 0 || next > history.length || hasSuggestions()) return
    event.preventDefault()
    event.stopPropagation()
    if (back.current === 0) written.current = text
    back.current = next
    write(apiId, next === 0 ? written.current : history.at(-next)!)
  }
}

/** The arrows belong to what the editor offers while it is open. */
function hasSuggestions(): boolean {
  return document.querySelector('.suggest-widget.visible') !== null
}
