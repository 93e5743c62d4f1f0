import { useMemo } from 'react'
import { useUiStore } from '../../stores/ui-store'
import { TreeList } from '../../ui/tree-list'
import type { TreeItem } from '../../ui/tree-rows'
import { tabLabel, type SharedKind, type SharedThing } from './shared-things'
import { TabIcon } from './tab-icon'

/** What the routes of an API share. */
export function SharedList({ things }: { readonly things: readonly SharedThing[] }) {
  const activeTab = useUiStore((state) => state.activeTab)
  const items = useMemo(() => things.map(sharedItem), [things])
  return (
    <>
      <h2 className="gw-sidebar-title">Shared by routes</h2>
      <TreeList
        items={items}
        label="Shared by routes"
        selectedId={activeTab?.kind === 'api-keys' ? 'usage-plans' : (activeTab?.kind ?? null)}
        onSelect={(id) => useUiStore.getState().openTab({ kind: id as SharedKind, key: '' })}
      />
    </>
  )
}

function sharedItem({ kind, count }: SharedThing): TreeItem {
  return {
    id: kind,
    name: kind === 'usage-plans' ? 'Usage plans and keys' : tabLabel({ kind, key: '' }),
    testId: 'shared-item',
    attributes: { 'data-kind': kind },
    icon: <TabIcon kind={kind} />,
    trailing: count ?? '',
  }
}
