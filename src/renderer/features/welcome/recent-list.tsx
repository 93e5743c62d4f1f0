import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFileOff, IconFolder, IconX } from '@tabler/icons-react'
import type { RecentProject } from '@shared/contract/app-info'
import { forgetProject, openProject } from '../../stores/project-actions'
import { formatAgo } from '../../ui/format'
import { useNow } from '../../ui/use-now'

function RecentItem({ project, now }: { readonly project: RecentProject; readonly now: number }) {
  const { name, path, isMissing, openedAt } = project
  const Icon = isMissing ? IconFileOff : IconFolder
  return (
    <li className="gw-recent" data-missing={isMissing || undefined}>
      <button
        type="button"
        className="gw-recent-open"
        data-testid="recent-item"
        data-path={path}
        aria-disabled={isMissing || undefined}
        onClick={() => {
          if (!isMissing) void openProject(path)
        }}
      >
        <Icon size={18} stroke={1.4} aria-hidden />
        <span className="gw-recent-words">
          <span className="gw-recent-name">{name}</span>
          <span className="gw-recent-path" title={path}>
            {isMissing ? `Not there any more: ${path}` : path}
          </span>
        </span>
        <span className="gw-recent-when">{formatAgo(openedAt, now)}</span>
      </button>
      <Tooltip label="Remove from this list. The file stays">
        <ActionIcon size={24} aria-label={`Remove ${name} from the list`} onClick={() => void forgetProject(path)}>
          <IconX size={14} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </li>
  )
}

/** Projects opened lately. One that is gone stays until it is removed: its drive may only be away. */
export function RecentList({ recent }: { readonly recent: readonly RecentProject[] }) {
  const now = useNow(60_000)
  if (recent.length === 0) return null
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title" className="gw-welcome-small">
        Recent
      </h2>
      <ul className="gw-recents">
        {recent.map((project) => (
          <RecentItem key={project.path} project={project} now={now} />
        ))}
      </ul>
    </section>
  )
}
