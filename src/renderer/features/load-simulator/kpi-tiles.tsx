import { useMemo } from 'react'
import type { ProtocolType } from '@shared/design/api'
import { useRunStore } from '../../stores/run-store'
import type { ChartName } from './chart-name'
import { kpiDifference } from './kpi-difference'
import { EMPTY_TILES, tilesOf, type Tile } from './kpi-text'
import { kpiValues } from './kpi-values'
import { useCompared } from './use-compared'
import { useApi } from './use-scenario'
import { useShown } from './use-shown'
import { EMPTY_WEB_SOCKET_TILES, webSocketTiles } from './web-socket-tiles'

export interface KpiTilesProps {
  readonly pinned: ChartName | null
  onPin(chart: ChartName): void
}

/** The run in seven figures. Choosing one shows its chart at full width. */
export function KpiTiles({ pinned, onPin }: KpiTilesProps) {
  const shown = useShown()
  const result = useRunStore((state) => state.result)
  const type = useApi()?.protocolType ?? 'REST'
  const isWebSocket = type === 'WEBSOCKET'
  const others = useOtherTiles()
  const tiles = useMemo(() => {
    if (shown === null) return isWebSocket ? EMPTY_WEB_SOCKET_TILES : tilesOfType(EMPTY_TILES, type)
    const { webSocket } = shown.totals
    if (webSocket) return webSocketTiles(webSocket, result?.cost ?? null)
    const values = kpiValues(shown.totals, shown.isLive ? result?.totals.admitted : undefined)
    return tilesOfType(tilesOf(values, result?.cost ?? null), type)
  }, [shown, result, isWebSocket, type])
  return (
    <div
      className="gw-sim-tiles"
      role="group"
      aria-label="Figures of the run"
      data-stale={shown?.isStale || undefined}
      data-at-ms={shown?.atMs}
    >
      {tiles.map((tile) => (
        <TileButton
          key={tile.name}
          tile={tile}
          other={others?.find(({ name }) => name === tile.name) ?? null}
          isPinned={pinned === tile.chart}
          onPin={() => onPin(tile.chart)}
        />
      ))}
    </div>
  )
}

/** An HTTP API has no response cache. */
function tilesOfType(tiles: readonly Tile[], type: ProtocolType): readonly Tile[] {
  return type === 'HTTP' ? tiles.filter(({ chart }) => chart !== 'cache') : tiles
}

/** The same tiles of the run that this one is compared with. */
function useOtherTiles(): readonly Tile[] | null {
  const compared = useCompared()
  return useMemo(() => {
    if (compared === null) return null
    const { snapshot, result } = compared
    const { webSocket } = snapshot.totals
    if (webSocket) return webSocketTiles(webSocket, result.cost)
    return tilesOf(kpiValues(snapshot.totals, result.totals.admitted), result.cost)
  }, [compared])
}

interface TileButtonProps {
  readonly tile: Tile
  readonly other: Tile | null
  readonly isPinned: boolean
  onPin(): void
}

function TileButton({ tile, other, isPinned, onPin }: TileButtonProps) {
  const difference = other === null ? null : kpiDifference(tile, other)
  return (
    <button
      type="button"
      className="gw-sim-tile"
      data-testid={`kpi-${tile.name}`}
      data-value={Number.isNaN(tile.value) ? '' : tile.value}
      data-admitted={tile.admitted}
      data-share={tile.share}
      data-other={other?.value}
      data-warning={tile.isWarning || undefined}
      aria-pressed={isPinned}
      onClick={onPin}
    >
      <span className="gw-sim-tile-label">{tile.label}</span> <span className="gw-sim-tile-value">{tile.text}</span>{' '}
      {difference === null ? (
        <span className="gw-sim-tile-note">{tile.note}</span>
      ) : (
        <span className="gw-sim-tile-note" data-verdict={difference.verdict} title={difference.text}>
          {difference.text}
        </span>
      )}
    </button>
  )
}
