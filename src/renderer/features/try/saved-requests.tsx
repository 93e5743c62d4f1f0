import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMemo, type KeyboardEvent } from 'react'
import type { SavedRequest } from '@shared/design/saved-request'
import { useDesignStore } from '../../stores/design-store'
import { openSavedRequest, requestsOf, useActiveDraft, useTryStore } from '../../stores/try-store'
import { MethodBadge } from '../../ui/method-badge'
import { TreeList } from '../../ui/tree-list'
import type { TreeItem } from '../../ui/tree-rows'
import { deleteSaved, duplicateSaved } from './request-actions'

/** Requests kept with the project. F2 renames, Delete removes one. */
export function SavedRequests({ filter }: { readonly filter: string }) {
  const requests = useDesignStore((state) => requestsOf(state.design))
  const apiCount = useDesignStore((state) => state.design?.apis.length ?? 0)
  const apis = useDesignStore((state) => state.design?.apis)
  const selected = useActiveDraft()?.savedName ?? null
  const items = useMemo(() => {
    const nameOf = (apiId: string): string => apis?.find(({ id }) => id === apiId)?.name ?? 'API gone'
    return requests
      .filter(({ name, method, path }) => `${name} ${method} ${path}`.toLowerCase().includes(filter))
      .map((request) => itemOf(request, apiCount > 1 ? nameOf(request.apiId) : ''))
  }, [requests, apis, apiCount, filter])
  return (
    <section className="gw-try-side-saved" aria-labelledby="try-saved">
      <div className="gw-try-side-title">
        <h3 id="try-saved">Saved</h3>
        {selected !== null && requests.some(({ name }) => name === selected) && <SavedMenu name={selected} />}
      </div>
      {items.length === 0 ? (
        <p className="gw-try-side-none">
          {requests.length === 0 ? 'None yet. Save request keeps one with the project.' : 'None fits.'}
        </p>
      ) : (
        <div className="gw-try-side-list">
          <TreeList
            items={items}
            label="Saved requests"
            testId="saved-requests"
            selectedId={selected}
            onSelect={openSavedRequest}
            onItemKey={onItemKey}
          />
        </div>
      )}
    </section>
  )
}

function itemOf({ name, method, path }: SavedRequest, apiName: string): TreeItem {
  return {
    id: name,
    name: `${name}, ${method} ${path}`,
    content: (
      <span className="gw-try-side-call">
        <MethodBadge verb={method} />
        <span className="gw-try-side-text" title={`${method} ${path}`}>
          {name}
        </span>
      </span>
    ),
    trailing: apiName,
    testId: 'saved-request',
    attributes: { 'data-name': name },
  }
}

function onItemKey(event: KeyboardEvent, name: string): boolean {
  if (event.key !== 'Delete' && event.key !== 'F2') return false
  event.preventDefault()
  if (event.key === 'Delete') deleteSaved(name)
  else rename(name)
  return true
}

function rename(name: string): void {
  openSavedRequest(name)
  useTryStore.getState().openDialog('rename')
}

function SavedMenu({ name }: { readonly name: string }) {
  const icon = { size: 14, stroke: 1.6 }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={`Actions of ${name}`}>
          <ActionIcon size={24} aria-label={`Actions of ${name}`}>
            <IconDots {...icon} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className="gw-menu">
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => rename(name)}>
          Rename request
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => duplicateSaved(name)}>
          Duplicate request
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => deleteSaved(name)}>
          Delete request
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
