import { Tooltip, VisuallyHidden } from '@mantine/core'
import {
  IconPackageExport,
  IconPlayerPlay,
  IconSchool,
  IconSend,
  IconSettings,
  IconSitemap,
  IconTemplate,
} from '@tabler/icons-react'
import { useId } from 'react'
import { useDesignStore } from '../stores/design-store'
import type { Activity } from '../stores/ui-store'
import { NO_PROJECT } from './commands/action'
import { runCommand } from './commands/commands'
import { commandKeys } from '../stores/command-keys'
import './rail.css'

type RailActivity = Exclude<Activity, 'welcome'>

const ITEMS: { readonly [activity in RailActivity]: { readonly label: string; readonly Icon: typeof IconSitemap } } = {
  design: { label: 'Design', Icon: IconSitemap },
  templates: { label: 'Templates', Icon: IconTemplate },
  try: { label: 'Try', Icon: IconSend },
  simulate: { label: 'Simulate', Icon: IconPlayerPlay },
  export: { label: 'Export', Icon: IconPackageExport },
  learn: { label: 'Learn', Icon: IconSchool },
  settings: { label: 'Settings', Icon: IconSettings },
}

function RailButton({
  activity,
  isCurrent,
  reason,
}: {
  activity: RailActivity
  isCurrent: boolean
  reason: string | null
}) {
  const { label, Icon } = ITEMS[activity]
  const id = useId()
  return (
    <Tooltip label={reason ?? commandKeys(`view.${activity}`)} position="right">
      <button
        type="button"
        className="gw-rail-button"
        data-testid={`activity-${activity}`}
        aria-current={isCurrent ? 'page' : undefined}
        aria-disabled={reason !== null || undefined}
        aria-describedby={reason === null ? undefined : id}
        onClick={() => {
          if (reason === null) runCommand(`view.${activity}`)
        }}
      >
        <Icon size={20} stroke={1.6} aria-hidden />
        <span>{label}</span>
        {reason !== null && <VisuallyHidden id={id}>{reason}</VisuallyHidden>}
      </button>
    </Tooltip>
  )
}

export function Rail({ activity }: { readonly activity: Activity }) {
  const reason = useDesignStore((state) => (state.design === null ? NO_PROJECT : null))
  return (
    <nav className="gw-rail" aria-label="Activities" data-region="rail">
      <RailButton activity="design" isCurrent={activity === 'design'} reason={reason} />
      <RailButton activity="templates" isCurrent={activity === 'templates'} reason={reason} />
      <RailButton activity="try" isCurrent={activity === 'try'} reason={reason} />
      <RailButton activity="simulate" isCurrent={activity === 'simulate'} reason={reason} />
      <RailButton activity="export" isCurrent={activity === 'export'} reason={reason} />
      <RailButton activity="learn" isCurrent={activity === 'learn'} reason={null} />
      <span className="gw-rail-gap" />
      <RailButton activity="settings" isCurrent={activity === 'settings'} reason={null} />
    </nav>
  )
}
