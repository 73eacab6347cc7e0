export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)]
}

export const count = (value: number) => Math.round(value).toLocaleString('en')
export const ms = (value: number) => value.toFixed(1)
export const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`
