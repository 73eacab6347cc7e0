import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeBackup } from '../src/platform/backup/make-backup.ts'
import { restoreBackup, verifyBackup } from '../src/platform/backup/use-backup.ts'
import { openStore } from '../src/platform/files/open-store.ts'
import { readSettings } from '../src/settings.ts'

const usage = `用法 Usage:
  npm run backup -- make FOLDER      备份数据库和文件，服务可继续运行 back up database and files; the server may run
  npm run backup -- verify BACKUP    核对备份并试恢复一次 check a backup, and restore it once into a folder that is thrown away
  npm run backup -- restore BACKUP   恢复到空的 DATA_DIR 或 DATABASE_URL restore into an empty DATA_DIR or DATABASE_URL`

/** Compared row by row after a restore: what may never be lost or changed. The first is counted before the copy begins. */
const witnesses = [
  ...[
    'audit_events',
    'audit_seals',
    'audit_leaves',
    'ledger_entries',
    'ledger_postings',
    'filing_versions',
    'filing_opinions',
    'evaluation_results',
  ],
  ...['confirmations', 'payments', 'files'],
]

/** What was done, and whether all is right; database and files are those that the settings name. */
export async function backup(
  [what = '', place = '', ...more]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ text: string; right: boolean }> {
  const { dataDir, databaseUrl, s3 } = readSettings(env)
  if (place === '' || more.length > 0) return { text: usage, right: false }
  const files = await openStore(s3, join(dataDir, 'files'))
  switch (what) {
    case 'make': {
      const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
        version: string
      }
      const made = await makeBackup({
        target: place,
        dataDir,
        databaseUrl,
        files,
        product: version,
        witnesses,
        now: () => new Date(),
      })
      const { database, digests, files: listed, lost } = made.manifest
      const size = `${(database.size / 1e6).toFixed(1)} MB`
      const lines = [
        `${made.folder}`,
        `数据库 database ${size} · 文件 files ${listed.length}，新增 new ${made.copied}`,
        ...Object.entries(digests).map(([table, one]) => `  ${table} ${one.rows} ${one.sha256.slice(0, 16)}…`),
        ...told(lost.map((hash) => `已损坏或缺失的文件，未备份 damaged or missing, not in the backup: ${hash}`)),
      ]
      return { text: lines.join('\n'), right: lost.length === 0 }
    }
    case 'verify':
      return found(await verifyBackup(place), '备份完好 · the backup is whole')
    case 'restore':
      return found(await restoreBackup({ folder: place, dataDir, databaseUrl, files }), `已恢复 · restored: ${dataDir}`)
    default:
      return { text: usage, right: false }
  }
}

function found(wrong: readonly string[], allRight: string) {
  return { text: wrong.length > 0 ? told(wrong).join('\n') : allRight, right: wrong.length === 0 }
}

const mostTold = 20

function told(lines: readonly string[]): string[] {
  const more = lines.length - mostTold
  return more > 0 ? [...lines.slice(0, mostTold), `另有 ${more} 项 · ${more} more`] : [...lines]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { text, right } = await backup(process.argv.slice(2), process.env)
    process.stdout.write(`${text}\n`)
    process.exitCode = right ? 0 : 1
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
