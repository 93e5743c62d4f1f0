import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import type { TemplateProblem } from '@shared/contract/template'
import { useTemplateStore } from '../../stores/template-store'
import { changeSource } from './template-actions'
import { useTemplatePart } from './use-template'
import { wrapInIf } from './wrap-in-if'

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
        <WrapButton problem={problem} />
      </p>
    </div>
  )
}

/** For a value that is missing: lets the template print null there. */
function WrapButton({ problem: { code, range } }: { readonly problem: TemplateProblem }) {
  const source = useTemplatePart((template) => template.source, '')
  const profile = useTemplatePart((template) => template.profile, 'apigw')
  const wrapped = code === 'template/missing-value' ? wrapInIf(source, range, profile) : null
  if (wrapped === null) return null
  return (
    <>
      {' '}
      <button
        type="button"
        className="gw-tpl-link"
        title="Print null where there is no value"
        onClick={() => changeSource(wrapped)}
      >
        Wrap in #if
      </button>
    </>
  )
}

/** Hints are worth a row of the table, not a call. */
function gravest(problems: readonly TemplateProblem[] = []): TemplateProblem | undefined {
  return (
    problems.find(({ severity }) => severity === 'error') ?? problems.find(({ severity }) => severity === 'warning')
  )
}
