import { Button, Group, Modal, TextInput } from '@mantine/core'
import { IconCornerLeftUp, IconFileCode, IconFileText, IconFolder } from '@tabler/icons-react'
import { useEffect, useState, type FormEvent, type KeyboardEvent } from 'react'
import { GatewrightError } from '@shared/contract/errors'
import type { FolderListing } from '@shared/contract/project'
import { bridge } from '../../contract-client'
import { openFile } from '../../stores/project-actions'
import { useShellStore } from '../../stores/shell-store'
import './open-folder-dialog.css'

const ICONS = { folder: IconFolder, project: IconFileCode, document: IconFileText } as const

/** Chooses a project file where the host has no dialog of its own. */
export function OpenFolderDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'open-folder')
  const close = useShellStore((state) => state.close)
  return (
    <Modal opened={isOpen} onClose={close} title="Open project" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <FolderBrowser onClose={close} />
    </Modal>
  )
}

interface FolderState {
  readonly listing: FolderListing | null
  readonly path: string
  readonly problem: string | undefined
}

/** Read a folder; one that cannot be read leaves what was shown before and says why. */
async function readFolder(before: FolderState, folder?: string): Promise<FolderState> {
  try {
    const listing = await bridge.call('project.list', folder === undefined ? {} : { folder })
    return { listing, path: listing.folder, problem: undefined }
  } catch (error) {
    if (!(error instanceof GatewrightError)) throw error
    return { ...before, problem: error.message }
  }
}

const NOWHERE: FolderState = { listing: null, path: '', problem: undefined }

function FolderBrowser({ onClose }: { onClose(): void }) {
  const [state, setState] = useState(NOWHERE)
  const { listing, path, problem } = state
  useEffect(() => {
    void readFolder(NOWHERE).then(setState)
  }, [])
  async function go(folder: string): Promise<void> {
    setState(await readFolder(state, folder))
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (/\.(ya?ml|json|template|sh)$/i.test(path)) void openFile(path)
    else void go(path)
  }
  return (
    <form onSubmit={submit} className="gw-field gw-field-mono">
      <TextInput
        data-autofocus
        label="Path of a project file, an API file or a folder"
        value={path}
        error={problem}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setState({ ...state, path: event.currentTarget.value })}
      />
      {listing && <FolderEntries listing={listing} onGo={(folder) => void go(folder)} />}
      <p className="gw-folder-note">
        An OpenAPI file, a template or a script is imported: you see first what carries over. Functions and files beside
        it are found.
      </p>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled">
          Open
        </Button>
      </Group>
    </form>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus()
}

function FolderEntries({ listing, onGo }: { readonly listing: FolderListing; onGo(folder: string): void }) {
  const { parent, entries } = listing
  return (
    <ul className="gw-folder" aria-label={`Contents of ${listing.folder}`} onKeyDown={moveFocus}>
      {parent !== null && (
        <li>
          <button type="button" onClick={() => onGo(parent)}>
            <IconCornerLeftUp size={16} stroke={1.6} aria-hidden /> Up to {parent}
          </button>
        </li>
      )}
      {entries.map((entry) => {
        const Icon = ICONS[entry.kind]
        return (
          <li key={entry.path}>
            <button
              type="button"
              data-kind={entry.kind}
              onClick={() => (entry.kind === 'folder' ? onGo(entry.path) : void openFile(entry.path))}
            >
              <Icon size={16} stroke={1.6} aria-hidden /> {entry.name}
            </button>
          </li>
        )
      })}
      {entries.length === 0 && <li className="gw-folder-none">No folders, projects or API files here</li>}
    </ul>
  )
}
