import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import type { TemplateProblem } from '@shared/contract/template'
import { useTemplateStore } from '../../stores/template-store'

/** The gravest problem of the template, in full, below its cases. */
export function ProblemCallout() {
  const problem = useTemplateStore((state) => gravest(state.shown?.answer.problems))
  if (problem === undefined) return null
  const { range, message, severity } = problem
  const Icon = severity === 'error' ? IconCircleX : IconAlertTriangle
  return (
    <div className="gw-tpl-callout" data-severity={severity}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <p>
        <b>
          Line {range.line}, column {range.column}:
        </b>{' '}
        {message}{' '}
        <button
          type="button"
          className="gw-tpl-link"
          onClick={() => useTemplateStore.getState().ask({ kind: 'go-to', offset: range.start })}
        >
          Show
        </button>
      </p>
    </div>
  )
}

/** Hints are worth a row of the table, not a call. */
function gravest(problems: readonly TemplateProblem[] = []): TemplateProblem | undefined {
  return (
    problems.find(({ severity }) => severity === 'error') ?? problems.find(({ severity }) => severity === 'warning')
  )
}
