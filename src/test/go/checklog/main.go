// Command checklog checks a log's folder with Go's golang.org/x/mod/sumdb,
// which shares no line with the program that wrote it: the checkpoint's
// signature, every entry against its tile, every tile against the tree's head,
// a proof of inclusion, and the proof that the tree grew out of an earlier one.
//
// Usage: checklog FOLDER
//
// The folder has the files key, checkpoint and tile/..., and may have a proof in
// entry.tlog-proof and a request to a witness in add-checkpoint. Exit 0 with what
// was looked at, or 1 with what is wrong.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if len(os.Args) != 2 {
		fail("usage: checklog FOLDER")
	}
	folder := os.Args[1]
	verifiers := key(folder)
	tree := checkpoint(read(folder, "checkpoint"), verifiers)
	tiles := tlog.TileHashReader(tree, folderTiles(folder))
	all := entries(folder, tree, tiles)
	anew(folder, tree, all)
	fmt.Printf("accepted: %d entries, checkpoint, tiles%s\n", tree.N, proofs(folder, verifiers, tiles))
}

// proofs are there if somebody has put them beside the log.
func proofs(folder string, verifiers note.Verifiers, tiles tlog.HashReader) string {
	said := ""
	if has(folder, "entry.tlog-proof") {
		inclusion(folder, verifiers, tiles)
		said += ", inclusion"
	}
	if has(folder, "add-checkpoint") {
		consistency(folder, verifiers, tiles)
		said += ", consistency"
	}
	return said
}

func has(folder, name string) bool {
	_, err := os.Stat(filepath.Join(folder, name))
	return !os.IsNotExist(err)
}

func key(folder string) note.Verifiers {
	verifier, err := note.NewVerifier(strings.TrimSuffix(string(read(folder, "key")), "\n"))
	check(err, "key")
	return note.VerifierList(verifier)
}

func checkpoint(bytes []byte, verifiers note.Verifiers) tlog.Tree {
	opened, err := note.Open(bytes, verifiers)
	check(err, "checkpoint")
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != opened.Sigs[0].Name {
		fail("checkpoint: not three lines under the key's name")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "checkpoint's size")
	return tlog.Tree{N: size, Hash: hash(lines[2])}
}

// entries reads all entries and compares each with the hash in its tile.
func entries(folder string, tree tlog.Tree, tiles tlog.HashReader) [][]byte {
	var all [][]byte
	head, err := tlog.TreeHash(tree.N, tiles)
	check(err, "tiles")
	if head != tree.Hash {
		fail("tiles: another head")
	}
	number := int64(0)
	for number < tree.N {
		tile := tlog.Tile{H: height, L: 0, N: number >> height, W: int(min(tree.N-number, 1<<height))}
		bundle := read(folder, strings.Replace(path(tile), "tile/0/", "tile/entries/", 1))
		indexes := make([]int64, tile.W)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, number+int64(i))
		}
		hashes, err := tiles.ReadHashes(indexes)
		check(err, fmt.Sprintf("entries from %d", number))
		for i := range hashes {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				fail(fmt.Sprintf("entry %d: the bundle ends", number))
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:end]) != hashes[i] {
				fail(fmt.Sprintf("entry %d: not the one of its tile", number))
			}
			all = append(all, bundle[2:end])
			bundle = bundle[end:]
			number++
		}
		if len(bundle) != 0 {
			fail("a bundle goes on behind its entries")
		}
	}
	return all
}

// anew makes the tree and all its tiles of the entries alone, and compares. The
// reader above does not prove each tile that it reads: of x/mod 0.19 it passes
// over as many as there are subtrees that share a tile.
func anew(folder string, tree tlog.Tree, entries [][]byte) {
	var stored memory
	for i, entry := range entries {
		hashes, err := tlog.StoredHashes(int64(i), entry, stored)
		check(err, "hashes of entries")
		stored = append(stored, hashes...)
	}
	head, err := tlog.TreeHash(tree.N, stored)
	check(err, "head of entries")
	if head != tree.Hash {
		fail("checkpoint: another head than the entries have")
	}
	for _, tile := range tlog.NewTiles(height, 0, tree.N) {
		data, err := tlog.ReadTileData(tile, stored)
		check(err, "tile of entries")
		if !bytes.Equal(data, read(folder, path(tile))) {
			fail(path(tile) + ": not what the entries make")
		}
	}
}

type memory []tlog.Hash

func (m memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = m[index]
	}
	return hashes, nil
}

func inclusion(folder string, verifiers note.Verifiers, tiles tlog.HashReader) {
	head, rest, _ := strings.Cut(string(read(folder, "entry.tlog-proof")), "\n\n")
	lines := strings.Split(head, "\n")
	if len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		fail("proof: another first line")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	check(err, "proof's index")
	tree := checkpoint([]byte(rest), verifiers)
	leaf, err := tiles.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
	check(err, "proof's entry")
	check(tlog.CheckRecord(hashes(lines[2:]), tree.N, tree.Hash, index, leaf[0]), "proof")
}

func consistency(folder string, verifiers note.Verifiers, tiles tlog.HashReader) {
	head, rest, _ := strings.Cut(string(read(folder, "add-checkpoint")), "\n\n")
	lines := strings.Split(head, "\n")
	old, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "old "), 10, 64)
	check(err, "old size")
	tree := checkpoint([]byte(rest), verifiers)
	oldHead, err := tlog.TreeHash(old, tiles)
	check(err, "old head")
	check(tlog.CheckTree(hashes(lines[1:]), tree.N, tree.Hash, old, oldHead), "consistency")
}

// folderTiles reads tiles as C2SP's tlog-tiles names them: without the height.
type folderTiles string

func (folder folderTiles) Height() int { return height }

func (folder folderTiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (folder folderTiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		bytes, err := os.ReadFile(filepath.Join(string(folder), path(tile)))
		if err != nil {
			return nil, err
		}
		data[i] = bytes
	}
	return data, nil
}

func path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func hashes(lines []string) []tlog.Hash {
	all := make([]tlog.Hash, len(lines))
	for i, line := range lines {
		all[i] = hash(line)
	}
	return all
}

func hash(base string) tlog.Hash {
	bytes, err := base64.StdEncoding.DecodeString(base)
	check(err, "hash")
	if len(bytes) != tlog.HashSize {
		fail("hash: another length")
	}
	return tlog.Hash(bytes)
}

func read(folder, name string) []byte {
	data, err := os.ReadFile(filepath.Join(folder, name))
	check(err, name)
	return data
}

func check(err error, what string) {
	if err != nil {
		fail(what + ": " + err.Error())
	}
}

func fail(what string) {
	fmt.Println("refused: " + what)
	os.Exit(1)
}
