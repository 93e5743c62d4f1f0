import type { Api } from '@shared/design/api'
import { routeKeysOf } from '@shared/design/route-key'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { useDesignStore } from '../../stores/design-store'
import { PanelSection } from '../../ui/panel-section'
import { AddButton } from './add-button'
import { defaultSource, freeName } from './default-scenario'
import { Disclosure } from './disclosure'
import { ShapeSparkline } from './shape-sparkline'
import { keyWords, rateWords, sourceWords } from './source-words'
import { TrafficSourceEditor } from './traffic-source-editor'
import type { ScenarioInUse } from './use-scenario'

const NO_KEYS: readonly { readonly name: string }[] = []

/** Who sends requests. */
export function TrafficSources({ api, scenario, pointer, change }: ScenarioInUse & { readonly api: Api }) {
  const design = useDesignStore((state) => state.design)
  const keys = design?.apiKeys ?? NO_KEYS
  const put = (sources: readonly TrafficSource[], at: string): void => change({ ...scenario, sources }, at)

  function add(): void {
    if (design === null) return
    const source = defaultSource(design, api, scenario.stage, freeName('Clients', scenario.sources))
    put([...scenario.sources, source], `${pointer}/sources`)
  }
  return (
    <PanelSection title="Traffic sources" action={<AddButton label="Add source" onClick={add} />}>
      {scenario.sources.length === 0 && <p className="gw-sim-note">Nobody calls. Add a source.</p>}
      {scenario.sources.map((source, index) => (
        <Disclosure
          // A source has no identity but its place: its name is being edited.
          key={index}
          name={source.name}
          testId="traffic-source"
          attributes={{ 'data-source': source.name }}
          summary={<SourceSummary source={source} scenario={scenario} />}
        >
          <TrafficSourceEditor
            source={source}
            scenario={scenario}
            pointer={`${pointer}/sources/${index}`}
            routeKeys={routeKeysOf(api)}
            keyNames={keys.map(({ name }) => name)}
            onChange={(next, at) => put(scenario.sources.with(index, next), at)}
            onRemove={() => put(scenario.sources.toSpliced(index, 1), `${pointer}/sources`)}
          />
        </Disclosure>
      ))}
    </PanelSection>
  )
}

function SourceSummary({ source, scenario }: { readonly source: TrafficSource; readonly scenario: Scenario }) {
  const { durationInSeconds, startsAt } = scenario
  return (
    <span className="gw-sim-source">
      <span className="gw-sim-source-name">{source.name}</span>
      <span className="gw-sim-source-rate gw-mono">{rateWords(source.shape)}</span>
      <span className="gw-sim-source-words">{sourceWords(source)}</span>
      <ShapeSparkline shape={source.shape} durationInSeconds={durationInSeconds} startsAt={startsAt} />
      <span className="gw-sim-source-words">{keyWords(source)}</span>
    </span>
  )
}
