import { useTemplateStore } from '../../stores/template-store'
import { ActionButton } from '../../ui/action-button'
import { DiffView } from '../../ui/code-editor/diff-view'
import { EmptyState } from '../../ui/empty-state'
import { useOutput } from './use-output'
import { useShownCase } from './use-template'

/** The output beside what the loaded case expects. */
export function DiffTab() {
  const { text, isJson, isBusy, attributes } = useOutput()
  const isOk = useTemplateStore((state) => state.shown?.answer.outcome.ok)
  const shownCase = useShownCase()
  if (shownCase === undefined) return <NoCase />
  const { expected } = shownCase
  if ('fails' in expected) {
    return (
      <EmptyState title={`${shownCase.name} expects a failure`}>
        {isOk ? 'The template renders with this event.' : 'The template fails with this event, as expected.'}
      </EmptyState>
    )
  }
  return (
    <DiffView
      testId="template-output"
      attributes={attributes}
      label="Output"
      language={isJson ? 'json' : 'text'}
      expected={expected.output}
      actual={text}
      isBusy={isBusy}
    />
  )
}

function NoCase() {
  return (
    <EmptyState
      title="No case is loaded"
      actions={
        <ActionButton onClick={() => useTemplateStore.getState().openDialog('save-case')}>Save as case</ActionButton>
      }
    >
      A case keeps an event with its expected output; here the two outputs are compared.
    </EmptyState>
  )
}
