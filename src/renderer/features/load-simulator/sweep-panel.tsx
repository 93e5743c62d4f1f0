import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useSimulateViewStore } from '../../stores/simulate-view-store'
import { PaneTabs } from '../../ui/pane-tabs'
import { SeekView } from './seek-view'
import { SweepView } from './sweep-view'
import { useScenario } from './use-scenario'
import './sweep-panel.css'

const TABS = [
  { id: 'sweep', label: 'Sweep a setting' },
  { id: 'seek', label: 'Find the smallest limit' },
] as const

/** Many runs of the scenario with other settings, beside the run on screen. */
export function SweepPanel() {
  const view = useSimulateViewStore((state) => state.view)
  const open = useSimulateViewStore((state) => state.open)
  const scenario = useScenario()?.scenario
  const active = view === 'seek' ? 'seek' : 'sweep'
  return (
    <section className="gw-sweep" aria-label="Sweep" data-testid="sweep-panel">
      <header className="gw-sweep-head">
        <PaneTabs label="Sweep" tabs={TABS} active={active} onChange={open} />
        <Tooltip label="Back to the run">
          <ActionIcon size={24} aria-label="Close sweep" onClick={() => open('run')}>
            <IconX size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </header>
      {scenario === undefined ? (
        <p className="gw-sim-no-rows">Add a scenario first.</p>
      ) : active === 'sweep' ? (
        <SweepView scenario={scenario} />
      ) : (
        <SeekView scenario={scenario} />
      )}
    </section>
  )
}
