import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Reads what the files of src import, and which globals they use. */

/** One way of naming another module, in code or in a type. */
export interface Import {
  readonly from: string;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

export const root = resolve(import.meta.dirname, '../..');

/** Every file under a folder, as paths relative to the project, with forward slashes. */
export function filesUnder(folder: string, ending: RegExp = /./): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** A file's program text: of a component its scripts, with the template's lines left blank. */
export function programOf(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  return file.endsWith('.svelte') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n') : text;
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Every import of a program: `import`, `import 'x'`, `export … from`, `import('x')`, `require('x')`, `import('x').T` as a type. */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    // a name that is put together at run time cannot be checked, so it counts as forbidden
    if (node) found.push({ from: ts.isStringLiteralLike(node) ? node.text : `computed: ${node.getText()}`, typeOnly });
  };
  walk(parse(text), (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, true);
    else if (ts.isExternalModuleReference(node)) add(node.expression, false);
    else if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require'))
      add(node.arguments[0], false);
  });
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  return !clause.name && names.length > 0 && names.every((name) => name.isTypeOnly);
}

/** Names of the DOM, the clock and chance that a program uses without having declared them. */
export function impuritiesOf(text: string): string[] {
  const source = parse(text);
  const declared = new Set<string>();
  const used: string[] = [];
  walk(source, (node) => {
    const name = (node as { name?: ts.Node }).name;
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isBindingElement(node) ||
        ts.isImportSpecifier(node)) &&
      name &&
      ts.isIdentifier(name)
    )
      declared.add(name.text);
    if (ts.isIdentifier(node) && impure.has(node.text) && isFree(node)) used.push(node.text);
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) used.push('new Date()');
    if (ts.isCallExpression(node) && ['Date.now', 'Math.random', 'Date'].includes(node.expression.getText()))
      used.push(`${node.expression.getText()}()`);
  });
  return [...new Set(used)].filter((name) => !declared.has(name));
}

const impure = new Set(
  'window document navigator location history localStorage sessionStorage indexedDB fetch XMLHttpRequest WebSocket Worker Image HTMLElement HTMLCanvasElement OffscreenCanvas DOMParser performance setTimeout setInterval requestAnimationFrame queueMicrotask crypto console process Buffer globalThis self'.split(
    ' ',
  ),
);

// a member, a property's name or a type's name is not the global
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent))
    return (ts.isPropertyAccessExpression(parent) ? parent.expression : parent.left) === node;
  if (
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent)
  )
    return parent.name !== node;
  return !ts.isBindingElement(parent) || parent.propertyName !== node;
}

/** How often a program writes the type `any`. */
export function anysOf(text: string): number {
  let count = 0;
  walk(parse(text), (node) => void (node.kind === ts.SyntaxKind.AnyKeyword && count++));
  return count;
}

/** Where a relative import of a file leads, relative to the project; null for a package. */
export function targetOf(file: string, from: string): string | null {
  return from.startsWith('.') ? relative(root, resolve(root, dirname(file), from)).replaceAll('\\', '/') : null;
}
