import { useId, useMemo } from 'react'
import type { LadderStep } from '../../../ui/pipeline/ladder-step'
import { exportsAs } from '../exports-as'
import type { RouteContext } from '../route-context'

/** The step's settings as CloudFormation has them. */
export function ExportsSection({ route, step }: { readonly route: RouteContext; readonly step: LadderStep }) {
  const id = useId()
  const lines = useMemo(() => exportsAs(route, step), [route, step])
  if (lines.length === 0) return null
  return (
    <section className="gw-section gw-exports" data-testid="exports-as" aria-labelledby={id}>
      <div className="gw-section-head">
        <h3 id={id}>Exports as</h3>
      </div>
      <pre tabIndex={0}>
        {lines.map((line, index) => (
          <ExportLine key={index} line={line} />
        ))}
      </pre>
    </section>
  )
}

/** Values stand out from names. */
function ExportLine({ line }: { readonly line: string }) {
  const [, head = line, value = ''] = /^(\s*(?:- )?[^\s:]+: )(.*)$/.exec(line) ?? []
  const kind = /^[\d.]+$/.test(value) ? 'number' : 'string'
  return (
    <>
      {head}
      {value !== '' && <span data-kind={kind}>{value}</span>}
      {'\n'}
    </>
  )
}
