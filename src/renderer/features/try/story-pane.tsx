import { callOf, useTryStore, type StoryTab } from '../../stores/try-store'
import { Pane } from '../../ui/pane'
import { PaneTabs, type PaneTab } from '../../ui/pane-tabs'
import { timesOfCall } from '../../ui/pipeline/call-rows'
import { CachesView } from './caches-view'
import { CallStory } from './call-story'
import { PayloadList } from './payload-list'
import type { RouteLadder } from './route-ladder'
import { useShown, type OpenRequest } from './use-request'

export interface StoryPaneProps {
  readonly open: OpenRequest
  readonly RouteLadder: RouteLadder
}

/** What happened to the request: the pipeline, the payloads on their way, and what the gateway keeps. */
export function StoryPane({ open, RouteLadder }: StoryPaneProps) {
  const tab = useTryStore((state) => state.storyTab)
  return (
    <Pane label="What happened" head={<StoryHead />}>
      {tab === 'pipeline' && <CallStory open={open} RouteLadder={RouteLadder} />}
      {tab === 'payloads' && <PayloadList open={open} />}
      {tab === 'caches' && <CachesView />}
    </Pane>
  )
}

const TABS: readonly PaneTab<StoryTab>[] = [
  { id: 'pipeline', label: 'Pipeline' },
  { id: 'payloads', label: 'Payloads' },
  { id: 'caches', label: 'Caches' },
]

function StoryHead() {
  const tab = useTryStore((state) => state.storyTab)
  const call = callOf(useShown())
  return (
    <>
      <PaneTabs<StoryTab>
        label="What happened"
        active={tab}
        tabs={TABS}
        onChange={(storyTab) => useTryStore.setState({ storyTab })}
      />
      <span className="gw-try-gap" />
      {call !== null && tab === 'pipeline' && <span className="gw-pane-note gw-numbers">{timesOfCall(call)}</span>}
    </>
  )
}
