import { Button } from '@mantine/core'
import { EmptyState } from '../../ui/empty-state'
import { BackendModels } from './backend-models'
import { Checks } from './checks'
import { addScenario } from './scenario-actions'
import { ScenarioBasics } from './scenario-basics'
import { ScenarioPicker } from './scenario-picker'
import { ScenarioStart } from './scenario-start'
import { TimelineEvents } from './timeline-events'
import { TrafficSources } from './traffic-sources'
import { useApi, useScenario } from './use-scenario'
import { WebSocketModelFields } from './web-socket-model-fields'
import { WebSocketSources } from './web-socket-sources'
import './simulate-sidebar.css'

/** The scenario: who calls what and how often, how the backends behave, what must hold. */
export function SimulateSidebar() {
  const api = useApi()
  const inUse = useScenario()
  if (api === undefined) return <EmptyState title="No API">Add an API on the Design screen first.</EmptyState>
  if (inUse === null) {
    return (
      <EmptyState
        title="No scenario yet"
        actions={
          <Button variant="filled" onClick={() => addScenario(api)}>
            {api.protocolType === 'WEBSOCKET' ? 'Add steady connections' : 'Add steady traffic'}
          </Button>
        }
      >
        {api.protocolType === 'WEBSOCKET'
          ? `A scenario says who connects, how long they stay and what they send. Start with clients that come and go and use every route of ${api.name}.`
          : `A scenario says who calls what and how often. Start with steady traffic over every route of ${api.name}.`}
      </EmptyState>
    )
  }
  return (
    <div className="gw-sim-side">
      <ScenarioPicker api={api} scenario={inUse.scenario} />
      {/* Everything below belongs to one scenario: open rows and drafts do not move to the next. */}
      <div key={inUse.scenario.name} className="gw-sim-side-body">
        <ScenarioBasics api={api} {...inUse} />
        <ScenarioStart {...inUse} />
        {api.protocolType === 'WEBSOCKET' ? (
          <>
            <WebSocketSources api={api} {...inUse} />
            <WebSocketModelFields api={api} {...inUse} />
          </>
        ) : (
          <TrafficSources api={api} {...inUse} />
        )}
        <BackendModels api={api} {...inUse} />
        <TimelineEvents api={api} {...inUse} />
        <Checks api={api} {...inUse} />
      </div>
    </div>
  )
}
