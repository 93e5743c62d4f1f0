import { useMemo } from 'react'
import { useTemplateStore } from '../../stores/template-store'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import { EmptyState } from '../../ui/empty-state'
import { isWritten } from './expectation-of'

/** What the template wrote to the request or response it is part of, beside its output. */
export function OverridesView() {
  const outcome = useTemplateStore((state) => state.shown?.answer.outcome)
  const text = useMemo(() => {
    if (outcome === undefined || !outcome.ok) return null
    const { requestOverride, responseOverride } = outcome
    const written = {
      ...(isWritten(requestOverride) && { requestOverride }),
      ...(isWritten(responseOverride) && { responseOverride }),
    }
    return Object.keys(written).length === 0 ? null : JSON.stringify(written, null, 2)
  }, [outcome])
  if (text === null) {
    return (
      <EmptyState title="No overrides">
        A template writes one with <code>{'#set($context.requestOverride.header.Name = "value")'}</code>, or sets{' '}
        <code>$context.responseOverride.status</code>.
      </EmptyState>
    )
  }
  return <CodeEditor testId="template-overrides" label="Overrides" language="json" value={text} />
}
