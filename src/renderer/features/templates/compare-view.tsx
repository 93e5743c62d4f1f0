import { useTemplateStore } from '../../stores/template-store'
import { Chip } from '../../ui/chip'
import { DiffView } from '../../ui/code-editor/diff-view'
import { EmptyState } from '../../ui/empty-state'
import { firstDifferentLine } from './first-different-line'
import { useOutput } from './use-output'

/** What velocityjs, the engine of most other local emulators, makes of the same template and event. */
export function CompareView() {
  const comparison = useTemplateStore((state) => state.shown?.answer.comparison)
  const { text, isJson } = useOutput()
  const wasAsked = useTemplateStore((state) => state.shown?.request.compare ?? false)
  if (!comparison) {
    return wasAsked ? (
      <EmptyState title="Nothing to compare with">velocityjs does not run here.</EmptyState>
    ) : (
      <p className="gw-tpl-note">Rendering with velocityjs.</p>
    )
  }
  const { output, message, isSame } = comparison
  if (output === null) {
    return <EmptyState title="velocityjs gives no output">{message ?? 'It does not say why.'}</EmptyState>
  }
  return (
    <div className="gw-tpl-compare" data-testid="template-compare" data-same={isSame}>
      <p className="gw-tpl-note">
        {isSame ? (
          <Chip tone="success">same</Chip>
        ) : (
          <Chip tone="warning">differs from line {firstDifferentLine(text, output)}</Chip>
        )}{' '}
        {message ?? 'velocityjs (+) beside this program (-).'}
      </p>
      <div className="gw-tpl-output-view">
        <DiffView label="Output of velocityjs" language={isJson ? 'json' : 'text'} expected={text} actual={output} />
      </div>
    </div>
  )
}
