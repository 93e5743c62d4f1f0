import { useTemplateStore } from '../../stores/template-store'
import { ActionButton } from '../../ui/action-button'

/** Why there is no output, or not all of it, and what a caller would get. */
export function OutputFailure() {
  const failure = useTemplateStore((state) => state.failure)
  const error = useTemplateStore((state) => {
    const outcome = state.shown?.answer.outcome
    return outcome === undefined || outcome.ok ? null : outcome.error
  })
  if (failure !== null) {
    return (
      <div className="gw-tpl-failure" role="alert" data-testid="template-failure">
        <p>The template was not rendered: {failure}</p>
      </div>
    )
  }
  if (error === null) return null
  const { range, message } = error
  return (
    <div className="gw-tpl-failure" role="alert" data-testid="template-failure">
      <p>
        <b>
          Line {range.line}, column {range.column}:
        </b>{' '}
        {message}
      </p>
      <p className="gw-tpl-failure-answer">
        A caller gets 500 <code>{'{"message": "Internal server error"}'}</code>
      </p>
      <ActionButton onClick={() => useTemplateStore.getState().ask({ kind: 'go-to', offset: range.start })}>
        Show in the template
      </ActionButton>
    </div>
  )
}
