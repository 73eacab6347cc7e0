import type { Fen } from '../../shared/money.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const units = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** A sum in capitals, as it stands on a request for payment: `人民币壹佰伍拾万元整`. */
export function capitalYuan(amount: Fen): string {
  const whole = Math.floor(Math.abs(amount) / 100)
  const [jiao, fen] = [Math.floor((Math.abs(amount) % 100) / 10), Math.abs(amount) % 10]
  const coins = `${jiao > 0 ? `${digits[jiao]}角` : fen > 0 && whole > 0 ? '零' : ''}${fen > 0 ? `${digits[fen]}分` : ''}`
  const yuan = whole > 0 || coins === '' ? `${inGroups(whole)}元` : ''
  return `人民币${amount < 0 ? '负' : ''}${yuan}${coins}${fen > 0 ? '' : '整'}`
}

/** Groups of four figures; a gap of any length between figures is one 零. */
function inGroups(whole: number): string {
  if (whole === 0) return '零'
  let text = ''
  let gap = false
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = Math.floor(whole / 10_000 ** at) % 10_000
    if (group === 0) {
      gap = text !== ''
      continue
    }
    if (text !== '' && (gap || group < 1000)) text += '零'
    text += inGroup(group) + groups[at]
    gap = false
  }
  return text
}

function inGroup(group: number): string {
  let text = ''
  let gap = false
  for (let at = 3; at >= 0; at--) {
    const digit = Math.floor(group / 10 ** at) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += `${gap ? '零' : ''}${digits[digit]}${units[at]}`
      gap = false
    }
  }
  return text
}
