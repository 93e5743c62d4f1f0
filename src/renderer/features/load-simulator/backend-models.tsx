import { Button } from '@mantine/core'
import type { Api } from '@shared/design/api'
import { patchMembers, removeMember, setMember } from '@shared/design/edits/update-in'
import { routeKeysOf } from '@shared/design/route-key'
import { DEFAULT_AUTHORIZER, defaultOverhead, type AuthorizerModel, type BackendModel } from '@shared/design/scenario'
import { pointerSegment } from '@shared/diagnostic'
import { SelectField } from '../../ui/fields'
import { PanelSection } from '../../ui/panel-section'
import { AddButton } from './add-button'
import { Disclosure } from './disclosure'
import { BackendFields } from './backend-fields'
import { LatencyFields } from './latency-fields'
import { backendWords, latencyWords } from './latency-words'
import { NumberMember } from './member-fields'
import { OptionalLatency } from './optional-latency'
import { percentOf } from './share-percent'
import type { ScenarioInUse } from './use-scenario'

const NEW_BACKEND: BackendModel = { latency: { distribution: 'LOGNORMAL', medianMs: 80, sigma: 0.4 } }
const NEW_AUTHORIZER: AuthorizerModel = { latency: { distribution: 'CONSTANT', valueMs: 40 } }
const OTHERS = '*'

/** How backends and the authorizer behave. */
export function BackendModels({ api, scenario, pointer, change }: ScenarioInUse & { readonly api: Api }) {
  const backends = scenario.backends ?? {}
  const open = [OTHERS, ...routeKeysOf(api)].filter((routeKey) => backends[routeKey] === undefined)
  const put = (next: Readonly<Record<string, BackendModel>>, at: string): void =>
    change({ ...scenario, backends: next }, at)
  const entries = Object.entries(backends)
  return (
    <PanelSection title="Backend model">
      {entries.map(([routeKey, model]) => {
        const at = `${pointer}/backends/${pointerSegment(routeKey)}`
        const name = backendName(routeKey, entries.length)
        return (
          <Disclosure
            key={routeKey}
            name={`Backend of ${name}`}
            testId="backend-model"
            attributes={{ 'data-source': routeKey }}
            summary={<Summary name={name} isMono={routeKey !== OTHERS} words={backendWords(model)} />}
          >
            <BackendFields
              model={model}
              pointer={at}
              onChange={(next, where) => put(setMember(backends, routeKey, next), where)}
            />
            <Button
              className="gw-sim-remove"
              onClick={() => put(removeMember(backends, routeKey), `${pointer}/backends`)}
            >
              Remove backend model
            </Button>
          </Disclosure>
        )
      })}
      {open.length > 0 && (
        <SelectField
          label="Add backend of"
          value=""
          options={[
            { value: '', label: 'Choose a route' },
            ...open.map((value) => ({
              value,
              label: value === OTHERS ? backendName(OTHERS, entries.length + 1) : value,
            })),
          ]}
          pointer={`${pointer}/backends`}
          onChange={(routeKey) => {
            if (routeKey !== '') put({ ...backends, [routeKey]: NEW_BACKEND }, `${pointer}/backends`)
          }}
        />
      )}
      <AuthorizerFields scenario={scenario} pointer={pointer} change={change} />
      <OptionalLatency
        label="Gateway overhead"
        absentWords={`Overhead: ${latencyWords(defaultOverhead(api.protocolType))}`}
        latency={scenario.overhead}
        initial={defaultOverhead(api.protocolType)}
        pointer={`${pointer}/overhead`}
        onChange={(overhead, at) => change(patchMembers(scenario, { overhead }), at)}
      />
    </PanelSection>
  )
}

function backendName(routeKey: string, count: number): string {
  return routeKey !== OTHERS ? routeKey : count > 1 ? 'All other routes' : 'All routes'
}

function Summary({ name, isMono, words }: { readonly name: string; readonly isMono: boolean; readonly words: string }) {
  return (
    <span className="gw-sim-model">
      <span className={isMono ? 'gw-mono' : undefined}>{name}</span>
      <span className="gw-sim-model-words">{words}</span>
    </span>
  )
}

function AuthorizerFields({ scenario, pointer, change }: ScenarioInUse) {
  const { authorizer } = scenario
  const at = `${pointer}/authorizer`
  if (authorizer === undefined) {
    return (
      <div className="gw-sim-item">
        <span className="gw-sim-note">Authorizer: {latencyWords(DEFAULT_AUTHORIZER.latency)}</span>
        <AddButton
          label="Add authorizer model"
          onClick={() => change({ ...scenario, authorizer: NEW_AUTHORIZER }, at)}
        />
      </div>
    )
  }
  const errors = authorizer.errorRate ? `, ${percentOf(authorizer.errorRate)} % fail` : ''
  return (
    <Disclosure
      name="Authorizer"
      summary={<Summary name="Authorizer" isMono={false} words={latencyWords(authorizer.latency) + errors} />}
    >
      <div className="gw-sim-pair">
        <LatencyFields
          latency={authorizer.latency}
          pointer={`${at}/latency`}
          onChange={(latency, where) => change({ ...scenario, authorizer: { ...authorizer, latency } }, where)}
        />
        <NumberMember
          of={authorizer}
          member="errorRate"
          label="Failures"
          isShare
          placeholder="0"
          pointer={at}
          onChange={(next, where) => change({ ...scenario, authorizer: next }, where)}
        />
      </div>
      <Button className="gw-sim-remove" onClick={() => change(removeMember(scenario, 'authorizer'), at)}>
        Remove authorizer model
      </Button>
    </Disclosure>
  )
}
