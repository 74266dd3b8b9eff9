import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFiles, isGlob, matcher, splitGlob } from '../../server/src/project/files.ts';
import { SETTINGS } from '../../server/src/settings.ts';
import { memoryDisk } from './memory.ts';

const DRAFTS = SETTINGS.find(({ key }) => key === 'files')!.default as readonly string[];

function found(files: Readonly<Record<string, string>>, ignore: readonly string[] = [], folder = '/desk') {
  const { files: paths, problems } = findFiles(memoryDisk(files), folder, {
    root: folder,
    include: DRAFTS,
    exclude: ignore,
  });
  return [...paths, ...problems.map(({ path, message }) => `${path}: ${message}`)];
}

test('drafts of every kind are found, in order, and nothing else', () => {
  const names = ['a.md', 'b.markdown', 'c.mdx', 'd.html', 'e.htm', 'f.txt', 'g.adoc', 'h.rst', 'i.tex'];
  const files = Object.fromEntries([...names, 'k.png', 'l.json', 'm'].map((name) => [`/desk/${name}`, '']));
  assert.deepEqual(
    found({ ...files, '/desk/sub/n.md': '' }),
    [...names, 'sub/n.md'].map((it) => `/desk/${it}`),
  );
});

test('folders of other tools and hidden ones are passed over', () => {
  const files = {
    '/desk/.cache/d.md': '',
    '/desk/.git/a.md': '',
    '/desk/node_modules/x/b.md': '',
    '/desk/c.md': '',
  };
  assert.deepEqual(found(files), ['/desk/c.md']);
});

test('.gitignore holds, folder by folder, with its exceptions', () => {
  const files = {
    '/desk/.gitignore': 'old/\n*.txt\n!keep.txt\n',
    '/desk/old/a.md': '',
    '/desk/b.txt': '',
    '/desk/keep.txt': '',
    '/desk/sub/.gitignore': '/c.md',
    '/desk/sub/c.md': '',
    '/desk/sub/d.md': '',
    '/desk/sub/deep/c.md': '',
  };
  assert.deepEqual(found(files), ['/desk/keep.txt', '/desk/sub/d.md', '/desk/sub/deep/c.md']);
});

test('.gitignore above the folder holds within its repository', () => {
  const files = {
    '/desk/.git/HEAD': '',
    '/desk/.gitignore': 'old.md',
    '/desk/sub/old.md': '',
    '/desk/sub/new.md': '',
  };
  assert.deepEqual(found(files, [], '/desk/sub'), ['/desk/sub/new.md']);
});

test('a folder that is asked for by name is read though it is ignored', () => {
  const files = { '/desk/.git/HEAD': '', '/desk/.gitignore': 'build', '/desk/build/a.md': '' };
  assert.deepEqual(found(files, [], '/desk/build'), ['/desk/build/a.md']);
});

test('the configuration’s ignore holds for files and folders', () => {
  const files = { '/desk/a.md': '', '/desk/archive/b.md': '', '/desk/sub/wire-1.md': '' };
  assert.deepEqual(found(files, ['archive', '**/wire-*.md']), ['/desk/a.md']);
});

test('links that go round in a circle are read once', () => {
  const files = { '/desk/a.md': '', '/desk/sub/b.md': '', '/desk/sub/up': '->/desk' };
  assert.deepEqual(found(files), ['/desk/a.md', '/desk/sub/b.md']);
});

test('a folder that cannot be read is told, and the rest is found', () => {
  const files = { '/desk/a.md': '', '/desk/secret/!': '', '/desk/z/b.md': '' };
  assert.deepEqual(found(files), [
    '/desk/a.md',
    '/desk/z/b.md',
    '/desk/secret: The folder cannot be read: permission denied.',
  ]);
});

test('globs are told from names and split into folder and pattern', () => {
  assert.equal(isGlob('drafts/a.md'), false);
  assert.equal(isGlob('drafts/*.md'), true);
  assert.deepEqual(splitGlob('drafts/2023/**/*.md'), { base: 'drafts/2023', pattern: '**/*.md' });
  assert.equal(matcher(['**/*.facts.json'])('desk.facts.json'), true);
});
